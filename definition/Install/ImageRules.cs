using System.Collections;
using System.Text.RegularExpressions;

namespace MeshStack.Definition;

/// <summary>Where charts and images may come from.</summary>
internal sealed partial class ImageRules(IstioInstallSettings settings)
{
    // https://istio.io/latest/blog/2026/retirement-of-gcp/
    private static readonly (string Host, string Instead)[] Retired =
    [
        (
            "istio-release.storage.googleapis.com",
            $"the charts are at {IstioInstallSettings.ChartRepository} (or oci://ghcr.io/istio/release/charts)"
        ),
        ("registry.istio.io", $"the images are at {IstioInstallSettings.ImageHub}"),
        (
            "gcr.io/istio-release",
            $"the images are at {IstioInstallSettings.ImageHub}, and the charts at oci://ghcr.io/istio/release/charts"
        ),
    ];

    public IEnumerable<ArgsProblem> Problems() =>
        Repository()
            .Concat(Images("images", settings.Images))
            .Concat(OfRevisions())
            .Concat(OtherVersions())
            .Concat(PullSecrets())
            .Concat(RetiredHosts());

    private IEnumerable<ArgsProblem> Repository()
    {
        if (
            !Uri.TryCreate(settings.Repository, UriKind.Absolute, out var repository)
            || repository.Scheme is not ("https" or "http" or "oci")
        )
        {
            yield return new(
                "repository",
                $"'{settings.Repository}' is not a chart repository, such as {IstioInstallSettings.ChartRepository} or "
                    + "oci://registry.example.com/istio/charts"
            );
        }
        else if (repository.UserInfo.Length > 0)
        {
            // Not quoted: what stands there is likely a password.
            yield return new(
                "repository",
                "the address holds a user or a password: log Helm in to the registry instead, and give the address alone"
            );
        }
        else if (repository.Scheme == Uri.UriSchemeHttp)
        {
            yield return ArgsProblem.Warning(
                "repository",
                $"'{settings.Repository}' is read without TLS: whoever is on the way decides what is installed"
            );
        }

        if (settings.Hub.EndsWith("/pilot", StringComparison.Ordinal) || settings.Hub.EndsWith("/proxyv2", StringComparison.Ordinal))
        {
            yield return new(
                "hub",
                $"'{settings.Hub}' ends in the name of an image, which the charts add themselves: write "
                    + $"{settings.Hub[..settings.Hub.LastIndexOf('/')]}"
            );
        }
        else if (!Hub().IsMatch(settings.Hub))
        {
            yield return new(
                "hub",
                $"'{settings.Hub}' is not a place of images, such as {IstioInstallSettings.ImageHub} or registry.example.com/istio"
            );
        }
    }

    private static IEnumerable<ArgsProblem> Images(string path, ImagesSettings? images) =>
        images
            ?.Given.Where(i => !Reference().IsMatch(i.Reference))
            .Select(i => new ArgsProblem(
                $"{path}.{i.Key}",
                $"'{i.Reference}' is not a full reference of an image: REGISTRY/NAME:TAG or REGISTRY/NAME@sha256:DIGEST is expected"
            ))
        ?? [];

    private IEnumerable<ArgsProblem> OfRevisions()
    {
        foreach (var (name, revision) in settings.Revisions.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            foreach (var problem in Images($"revisions.{name}.images", revision.Images))
            {
                yield return problem;
            }
        }

        // The node agent and ztunnel are there once, whatever revisions there are.
        foreach (var (key, choose) in new (string, Func<ImagesSettings, string?>)[] { ("istiod", i => i.Istiod), ("proxy", i => i.Proxy) })
        {
            var sharing = settings.Revisions.Values.Where(r => r.Images is not { } own || choose(own) is null).Select(r => r.Version);
            if (settings.Images is { } all && choose(all) is not null && sharing.Distinct(StringComparer.Ordinal).Count() > 1)
            {
                yield return new(
                    $"images.{key}",
                    $"one image for revisions of several versions: give each revision its own, as revisions.NAME.images.{key}"
                );
            }
        }
    }

    /// <summary>A tag that is another version of Istio than the charts are for: neither the upgrade checks nor the known flaws are about
    /// it.</summary>
    private IEnumerable<ArgsProblem> OtherVersions()
    {
        var set = settings.RevisionSet;
        IEnumerable<(string Path, string? Reference, string Version)> images =
        [
            .. set
                .Versions.OrderBy(v => v.Key, StringComparer.Ordinal)
                .SelectMany(v =>
                    new (string, Func<ImagesSettings, string?>)[] { ("istiod", i => i.Istiod), ("proxy", i => i.Proxy) }.Select(i =>
                        (
                            settings.Revisions.GetValueOrDefault(v.Key)?.Images is { } own && i.Item2(own) is not null
                                ? $"revisions.{v.Key}.images.{i.Item1}"
                                : $"images.{i.Item1}",
                            settings.ImageOf(i.Item2, v.Key),
                            v.Value
                        )
                    )
                ),
            .. set.TryVersionOf(null) is { } main
                ? new[] { ("images.cni", settings.Images?.Cni, main), ("images.ztunnel", settings.Images?.Ztunnel, main) }
                : [],
        ];
        foreach (var (path, reference, version) in images)
        {
            if (reference is not null && Tag().Match(reference) is { Success: true } tag && tag.Value != version)
            {
                yield return ArgsProblem.Warning(
                    path,
                    $"'{reference}' is Istio {tag.Value}, and the charts are of {version}: what is checked of a version is checked of "
                        + $"{version}"
                );
            }
        }
    }

    private IEnumerable<ArgsProblem> PullSecrets() =>
        settings
            .ImagePullSecrets.Select((s, i) => (Name: s, Path: FormattableString.Invariant($"imagePullSecrets[{i}]")))
            .Where(s => !KubernetesNames.IsSubdomain(s.Name))
            .Select(s => new ArgsProblem(s.Path, $"'{s.Name}' is not a name of a secret"));

    /// <summary>Hosts that are switched off: with them, the next installation fails.</summary>
    private IEnumerable<ArgsProblem> RetiredHosts()
    {
        IEnumerable<(string Path, object Value)> places =
        [
            ("repository", settings.Repository),
            ("hub", settings.Hub),
            .. settings.Images?.Given.Select(i => ("images." + i.Key, (object)i.Reference)) ?? [],
            .. settings.Revisions.SelectMany(r =>
                r.Value.Images?.Given.Select(i => ($"revisions.{r.Key}.images.{i.Key}", (object)i.Reference)) ?? []
            ),
            ("meshConfig", settings.MeshConfig),
            .. settings.Values is { } values
                ? new (string, object)[]
                {
                    ("values.base", values.Base),
                    ("values.istiod", values.Istiod),
                    ("values.cni", values.Cni),
                    ("values.ztunnel", values.Ztunnel),
                }
                : [],
            .. settings.AllGateways.Select(g => (g.Path + ".values", (object)g.Gateway.Values)),
        ];
        return places
            .SelectMany(p => Texts(p.Path, p.Value))
            .SelectMany(t =>
                Retired
                    .Where(r => t.Text.Contains(r.Host, StringComparison.OrdinalIgnoreCase))
                    .Select(r => new ArgsProblem(
                        t.Path,
                        $"{r.Host} is switched off in December 2026, and has nothing newer than Istio 1.30: {r.Instead}"
                    ))
            );
    }

    private static IEnumerable<(string Path, string Text)> Texts(string path, object? value) =>
        value switch
        {
            string text => [(path, text)],
            IReadOnlyDictionary<string, object> map => map.OrderBy(m => m.Key, StringComparer.Ordinal)
                .SelectMany(m => Texts($"{path}.{m.Key}", m.Value)),
            IEnumerable list => list.Cast<object>().SelectMany((item, i) => Texts(FormattableString.Invariant($"{path}[{i}]"), item)),
            _ => [],
        };

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hub();

    // Source: https://pkg.go.dev/github.com/distribution/reference, with a registry and a tag or a digest.
    [GeneratedRegex(
        @"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+"
            + @"(:\w[\w.-]{0,127}(@sha256:[a-f0-9]{64})?|@sha256:[a-f0-9]{64})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<=:)\d+\.\d+\.\d+(?=(-distroless|-debug)?(@|\z))", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
