using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>The workloads of a mesh; some of them share a service account.</summary>
internal static class Workloads
{
    public static IReadOnlyList<DeclaredWorkload> All { get; } =
    [
        Of("east", "default", "sleep", "sleep"),
        Of("east", "default", "curl", "curl"),
        Of("east", "default", "curl", "curl", "v2"),
        Of("east", "bar", "curl", "curl"),
        Of("east", "legacy", "legacy", "legacy") with
        {
            HasSidecar = false,
        },
        Of("east", "foo", "httpbin", "httpbin", "v1"),
        Of("east", "foo", "httpbin", "httpbin", "v2"),
        Of("east", "foo", "other", "other"),
        Of("west", "default", "sleep", "sleep"),
        Of("west", "foo", "httpbin", "httpbin", "v1"),
    ];

    /// <summary>So many more that those who may do the same are no longer named one by one.</summary>
    public static IReadOnlyList<DeclaredWorkload> Crowd { get; } =
    [.. Enumerable.Range(1, 14).Select(number => Of("east", $"crowd-{number % 4}", $"client-{number}", "client"))];

    private static DeclaredWorkload Of(string cluster, string ns, string account, string app, string? version = null)
    {
        var labels = new Dictionary<string, string> { ["app"] = app };
        if (version is not null)
        {
            labels["version"] = version;
        }

        return new(cluster, ns, version is null ? account : $"{account}-{version}", labels, account);
    }
}
