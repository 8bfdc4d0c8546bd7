using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>A mesh of two clusters with a few workloads, and whatever objects a test puts into it.</summary>
internal static class SmallMesh
{
    public static Snapshot With(IReadOnlyList<Manifest> objects) =>
        Snapshot.From(
            new SnapshotSources
            {
                Manifests = objects,
                Workloads =
                [
                    WorkloadOf("east", "default", "sleep"),
                    WorkloadOf("east", "default", "curl"),
                    WorkloadOf("east", "bar", "curl"),
                    WorkloadOf("east", "legacy", "legacy", hasSidecar: false),
                    WorkloadOf("east", "foo", "httpbin"),
                    WorkloadOf("east", "foo", "other"),
                    WorkloadOf("west", "default", "sleep"),
                    WorkloadOf("west", "foo", "httpbin"),
                ],
                Services = [ServiceOf("east", "httpbin"), ServiceOf("east", "other"), ServiceOf("west", "httpbin")],
            }
        );

    private static DeclaredWorkload WorkloadOf(string cluster, string ns, string name, bool hasSidecar = true) =>
        new(cluster, ns, name, new Dictionary<string, string> { ["app"] = name }, name, hasSidecar);

    private static DeclaredService ServiceOf(string cluster, string name) =>
        new(cluster, "foo", name, new Dictionary<string, string> { ["app"] = name }, [new(8000, "http", 8080), new(9000, "tcp")]);
}
