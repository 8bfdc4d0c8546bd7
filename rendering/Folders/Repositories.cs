namespace MeshStack.Rendering.Folders;

/// <summary>The chart repositories of one helmfile, each under a name made from its URL.</summary>
internal sealed class Repositories
{
    private const string OciScheme = "oci://";
    private readonly SortedDictionary<string, string> _names = new(StringComparer.Ordinal);

    public Repositories(IEnumerable<HelmRelease> releases)
    {
        var names = new SafeNames();
        foreach (
            var url in releases
                .Select(release => release.Repository)
                .OfType<string>()
                .Where(url => !IsOci(url))
                .Distinct()
                .Order(StringComparer.Ordinal)
        )
        {
            _names.Add(url, names.Next(NameOf(url)));
        }
    }

    /// <summary>The entries of the helmfile; access data is left to helmfile's environment variables.</summary>
    public IReadOnlyList<object> All =>
        [.. _names.Select(repository => new Dictionary<string, object?> { ["name"] = repository.Value, ["url"] = repository.Key })];

    public string ChartOf(HelmRelease release) =>
        release.Repository switch
        {
            null => release.Chart,
            var url when IsOci(url) => $"{url.TrimEnd('/')}/{release.Chart}",
            var url => $"{_names[url]}/{release.Chart}",
        };

    private static bool IsOci(string url) => url.StartsWith(OciScheme, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0
            ? SafeNames.Of(parsed.Host).Replace('.', '-')
            : "charts";
}
