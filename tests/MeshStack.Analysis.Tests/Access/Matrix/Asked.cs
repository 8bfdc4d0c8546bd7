using MeshStack.Analysis.Access;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>What the matrix of a mesh ranges over, and in which words.</summary>
internal static class Asked
{
    /// <summary>The request as the matrix knows it, or null where its readme leaves it out.</summary>
    public static Request? InTermsOf(AccessMatrix matrix, SnapshotSources mesh, Caller caller, Request request) => caller switch
    {
        Caller.InMesh workload => matrix.Callers.Any(known => known == new AccessCaller(workload.Cluster, workload.Namespace, workload.ServiceAccount, false)) && IsNamed(mesh, request.Host, request.Port) ? request : null,
        _ => request with { Host = Representative(mesh, request.Host, request.Port) },
    };

    /// <summary>Hosts outside of the mesh have no cells.</summary>
    public static bool LeavesTheMesh(Verdict verdict) => verdict is Verdict.Allowed && verdict.Step != AccessStep.Authorization;

    // Services' hosts and ServiceEntries' without wildcards; what VirtualServices alone name is HTTP.
    private static bool IsNamed(SnapshotSources mesh, string host, int port) => mesh.Manifests.Any(manifest => manifest.Kind switch
    {
        "Service" => $"{manifest.Name}.{manifest.Namespace}.svc.cluster.local" == host && manifest.Spec["ports"].Items.Any(one => one["port"].Integer == port),
        "ServiceEntry" => Texts(manifest.Spec["hosts"]).Contains(host) && manifest.Spec["ports"].Items.Any(one => one["number"].Integer == port),
        "VirtualService" => port == 80 && Texts(manifest.Spec["hosts"]).Contains(host) && (!manifest.Spec["gateways"].HasContent || Texts(manifest.Spec["gateways"]).Contains("mesh")),
        _ => false,
    });

    // A wildcard is asked for by one of its names, which stands for all that have no closer one.
    private static string Representative(SnapshotSources mesh, string host, int port)
    {
        var domains = from gateway in mesh.Manifests.Where(manifest => manifest.Kind == "Gateway")
                      from server in gateway.Spec["servers"].Items.Where(server => server["port"]["number"].Integer == port)
                      from service in mesh.Manifests.Where(manifest => manifest.Kind == "VirtualService" && IsBound(manifest, gateway))
                      from name in Texts(server["hosts"]).Select(text => text[(text.IndexOf('/', StringComparison.Ordinal) + 1)..])
                      from routed in Texts(service.Spec["hosts"])
                      where Covers(name, routed) || Covers(routed, name)
                      select Covers(name, routed) ? routed : name;
        return domains.Where(domain => Covers(domain, host)).MaxBy(domain => (!domain.StartsWith('*'), domain.Length)) switch
        {
            null => host,
            "*" => "any.example",
            ['*', .. var rest] => $"any{rest}",
            var exact => exact,
        };
    }

    private static bool IsBound(Manifest service, Manifest gateway) =>
        Texts(service.Spec["gateways"]).Any(name => (name.Contains('/', StringComparison.Ordinal) ? name : $"{service.Namespace}/{name}") == $"{gateway.Namespace}/{gateway.Name}");

    private static bool Covers(string pattern, string host) => pattern.StartsWith('*') ? host.EndsWith(pattern[1..], StringComparison.Ordinal) : pattern == host;

    private static IEnumerable<string> Texts(Field list) => list.Items.Select(item => item.Text ?? "");
}
