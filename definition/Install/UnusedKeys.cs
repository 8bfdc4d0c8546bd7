namespace MeshStack.Definition;

/// <summary>Keys of an installation that do nothing beside its other keys.</summary>
internal static class UnusedKeys
{
    private static readonly string[] Tracers = ["datadog", "lightstep", "opentelemetry", "skywalking", "stackdriver", "zipkin"];

    public static IEnumerable<ArgsProblem> Problems(IstioInstallSettings settings)
    {
        if (settings.Values?.Cni is { Count: > 0 } && !settings.HasCni)
        {
            yield return ArgsProblem.WithoutEffect("values.cni", "the chart cni is installed with cni: true or dataPlane: ambient only");
        }

        if (settings.Values?.Ztunnel is { Count: > 0 } && !settings.IsAmbient)
        {
            yield return ArgsProblem.WithoutEffect("values.ztunnel", "the chart ztunnel is installed with dataPlane: ambient only");
        }

        // Profiles of the charts have mesh configuration of their own.
        if (IstioProfiles.IsOfTheCharts(settings.Profile))
        {
            yield break;
        }

        if (!LogsToFile(settings) && !IsGiven(settings, "defaultProviders.accessLogging"))
        {
            foreach (
                var (key, isGiven) in new[]
                {
                    ("accessLogFormat", settings.AccessLogFormat is not null),
                    ("accessLogEncoding", settings.AccessLogEncoding is not null),
                }
            )
            {
                if (isGiven)
                {
                    yield return ArgsProblem.WithoutEffect(
                        key,
                        "it is for the log of accessLogFile, which is not given",
                        "give accessLogFile: /dev/stdout, or remove it"
                    );
                }
            }
        }

        if (settings is { TraceSampling: not null, EnableTracing: false } && !HasTracer(settings))
        {
            yield return ArgsProblem.WithoutEffect("traceSampling", "enableTracing is false, and no provider takes traces");
        }
    }

    private static bool LogsToFile(IstioInstallSettings settings) =>
        settings.AccessLogFile is { } file ? file.Length > 0 : settings.IsProduction || IsGiven(settings, "accessLogFile");

    // A Telemetry of somebody's own may name it.
    private static bool HasTracer(IstioInstallSettings settings) =>
        Configs(settings).SelectMany(MeshConfigRules.ExtensionProviders).Any(provider => Tracers.Any(provider.ContainsKey));

    private static bool IsGiven(IstioInstallSettings settings, string path) =>
        Configs(settings).Any(config => ChartValues.At(config, path) is not (null or ""));

    private static IReadOnlyDictionary<string, object>?[] Configs(IstioInstallSettings settings) =>
        [settings.MeshConfig, ChartValues.At(settings.Values?.Istiod, "meshConfig") as IReadOnlyDictionary<string, object>];
}
