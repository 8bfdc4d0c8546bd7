using System.Collections;
using System.Globalization;
using MeshStack.Manifests;
using MeshStack.Offline;

namespace MeshStack.Components.Tests.Install;

/// <summary>One cluster, and what an installation on it registers.</summary>
internal static class OneCluster
{
    /// <summary>Runs an installation, and what a program does with its control plane.</summary>
    public static Task<Recording> RunAsync(
        Action<IstioInstallArgs>? change,
        Func<ControlPlane, IDictionary<string, object?>>? program = null
    ) =>
        OfflineStack.RunAsync(
            new OfflineOptions(),
            () =>
            {
                var cluster = new MeshCluster(
                    "east",
                    new MeshClusterArgs
                    {
                        Context = "kind-east",
                        Network = "net1",
                        Domain = "east.example.com",
                    }
                );
                var args = new IstioInstallArgs { Cluster = cluster, MeshId = "mesh1" };
                change?.Invoke(args);
                var controlPlane = new IstioInstall("east-istio", args).ControlPlane;
                return program?.Invoke(controlPlane) ?? new Dictionary<string, object?>();
            }
        );

    /// <summary>The releases of an installation by name.</summary>
    public static async Task<Dictionary<string, HelmRelease>> ReleasesAsync(Action<IstioInstallArgs>? change = null) =>
        (await RunAsync(change)).HelmReleases.ToDictionary(r => r.Name, StringComparer.Ordinal);

    /// <summary>The problems of an installation, as <c>path: message</c>.</summary>
    public static IReadOnlyList<string> Problems(Action<IstioInstallArgs> change)
    {
        var args = new IstioInstallArgs { Cluster = null!, MeshId = "mesh1" };
        change(args);
        return [.. args.Problems().Select(p => $"{p.Path}: {p.Message}")];
    }

    /// <summary>A value as flow YAML with sorted keys.</summary>
    public static string Flow(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => "{"
                + string.Join(", ", map.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {Flow(e.Value)}"))
                + "}",
            string text => text.Length == 0 ? "\"\"" : text,
            IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Flow)) + "]",
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
        };

    /// <summary>The value at a path of keys.</summary>
    public static object? At(this IReadOnlyDictionary<string, object?> map, string path) =>
        path.Split('/').Aggregate((object?)map, (value, key) => (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(key));

    /// <summary>Whether one resource waits for another, if need be by way of others.</summary>
    public static bool WaitsFor(this Recording recording, RecordedResource resource, RecordedResource other)
    {
        var seen = new HashSet<ResourceId>();
        var open = new Queue<ResourceId>(resource.DependsOn);
        while (open.TryDequeue(out var id))
        {
            if (id.Equals(other.Id))
            {
                return true;
            }

            if (seen.Add(id))
            {
                foreach (var next in recording.Resources.Where(r => r.Id.Equals(id)).SelectMany(r => r.DependsOn))
                {
                    open.Enqueue(next);
                }
            }
        }

        return false;
    }
}
