namespace MeshStack.Manifests;

/// <summary>Rules on ProxyConfig.</summary>
internal static class ProxyConfigRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "proxy-config-concurrency",
            Severity.Error,
            "ProxyConfig",
            "The number of worker threads is not negative.",
            "A proxy cannot start with fewer threads than none.",
            "Write 0 for one thread per core, or a positive number.",
            Concurrency
        ),
    ];

    private static IEnumerable<Problem> Concurrency(Subject subject)
    {
        var concurrency = subject.Spec["concurrency"];
        if (concurrency.Integer < 0)
        {
            yield return new(concurrency, $"concurrency is {concurrency.Integer}; it is 0 (one thread per core) or more.");
        }
    }
}
