namespace MeshStack.Definition;

/// <summary>What may be given to the charts beside the options.</summary>
internal static class ValuesRules
{
    /// <summary>The values of the charts of one installation.</summary>
    public static IEnumerable<ArgsProblem> OfInstall(IstioInstallSettings settings)
    {
        if (settings.Values is not { } values)
        {
            return [];
        }

        var set = settings.RevisionSet;
        var main = set.TryVersionOf(null);
        return Of("base", "values.base", values.Base, set.Versions.Values.All(IsVersion) ? IstioVersion.Newest(set.Versions.Values) : null)
            .Concat(Of("cni", "values.cni", values.Cni, main))
            .Concat(Of("ztunnel", "values.ztunnel", values.Ztunnel, main))
            .Concat(Of("istiod", "values.istiod", values.Istiod, set.Versions.Values.All(IsVersion) ? set.Oldest : null));
    }

    /// <summary>The values of one gateway.</summary>
    public static IEnumerable<ArgsProblem> OfGateway(string path, IReadOnlyDictionary<string, object> values, string? version) =>
        Of("gateway", path, values, version);

    private static IEnumerable<ArgsProblem> Of(string chart, string path, IReadOnlyDictionary<string, object> values, string? version)
    {
        var reserved = ReservedValues.Of(chart, path, values).ToList();

        // What is refused for a better reason is not also unknown.
        return reserved.Concat(
            ChartKeys
                .Problems(chart, path, values, version ?? IstioVersion.Default)
                .Where(p => !reserved.Any(r => r.Path == p.Path || IsBelow(r.Path, p.Path) || IsBelow(p.Path, r.Path)))
        );
    }

    private static bool IsBelow(string path, string other) => path.StartsWith(other + ".", StringComparison.Ordinal);

    private static bool IsVersion(string version) => IstioVersion.TryParse(version, out _);
}
