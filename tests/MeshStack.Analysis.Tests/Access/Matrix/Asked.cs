using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>What the matrix of a mesh ranges over, and in which words.</summary>
internal static class Asked
{
    /// <summary>The request as the matrix knows it, or null where its readme leaves it out.</summary>
    public static Request? InTermsOf(AccessMatrix matrix, SnapshotSources mesh, Caller caller, Request request) =>
        caller switch
        {
            Caller.InMesh workload => matrix.Callers.Any(known =>
                known == new AccessCaller(workload.Cluster, workload.Namespace, workload.ServiceAccount, false)
            ) && IsNamed(mesh, PlaneOf(mesh, caller.Cluster), request.Host, request.Port)
                ? request
                : null,
            _ => request with { Host = Representative(mesh, request.Host, request.Port) },
        };

    /// <summary>What has no cell, whatever comes of it: hosts outside of the mesh and ones that the caller does not see, for all of its
    /// workloads or some, and what strange filters may do to names that no gateway has.</summary>
    public static bool IsLeftOut(SnapshotSources mesh, Caller caller, Request request, Verdict verdict) =>
        verdict.Step != AccessStep.Authorization
        && verdict switch
        {
            Verdict.Allowed => true,
            Verdict.Undecided when caller is Caller.Outside => !ServersOn(mesh, request.Port)
                .SelectMany(one => NamesIn(one.Server["hosts"]))
                .Any(name => Covers(name, request.Host)),
            Verdict.Undecided => IsUnknown(mesh, PlaneOf(mesh, caller.Cluster), request.Host)
                || IsHidden(mesh, (Caller.InMesh)caller, request.Host)
                || (
                    verdict.Reason.StartsWith("mixed: ", StringComparison.Ordinal)
                    && !request.Host.EndsWith(".cluster.local", StringComparison.Ordinal)
                ),
            _ => false,
        };

    /// <summary>
    /// True where a mask hides the name or the port, so that the matrix has an undecided cell for the mask in their place.
    /// </summary>
    public static bool IsHidden(AccessMatrix matrix, Caller caller, string host) =>
        matrix.Cells.Any(cell =>
            cell.Caller.Cluster == caller.Cluster
            && cell.Caller.IsOutside == caller is Caller.Outside
            && (cell.Host == "[secret]" || (cell.Host == host && cell.HostPort == 0))
            && cell.Requests.Certain.IsEmpty
        );

    // Services' hosts and ServiceEntries' without wildcards; what VirtualServices alone name is HTTP.
    private static bool IsNamed(SnapshotSources mesh, string controlPlane, string host, int port)
    {
        var services = mesh
            .Manifests.Where(manifest => manifest.Kind == "Service" && $"{manifest.Name}.{manifest.Namespace}.svc.cluster.local" == host)
            .Concat(Entries(mesh, host).Where(entry => entry.Cluster == controlPlane))
            .ToArray();
        return services.Any(service => service.Spec["ports"].Items.Any(one => (one["port"].Integer ?? one["number"].Integer) == port))
            || (
                port == 80
                && mesh.Manifests.Any(manifest =>
                    manifest.Kind == "VirtualService"
                    && manifest.Cluster == controlPlane
                    && Texts(manifest.Spec["hosts"]).Contains(host)
                    && (!manifest.Spec["gateways"].HasContent || Texts(manifest.Spec["gateways"]).Contains("mesh"))
                )
            );
    }

    // Services of clusters that the caller's control plane does not see have no cells of its callers.
    private static bool IsUnknown(SnapshotSources mesh, string controlPlane, string host)
    {
        var services = mesh
            .Manifests.Where(manifest => manifest.Kind == "Service" && $"{manifest.Name}.{manifest.Namespace}.svc.cluster.local" == host)
            .ToArray();
        return services.Length > 0
            && !Entries(mesh, host).Any(entry => entry.Cluster == controlPlane)
            && services.All(service =>
                service.Cluster != controlPlane && mesh.Settings[service.Cluster].RemoteSecretsTo?.Contains(controlPlane) != true
            );
    }

    private static bool IsHidden(SnapshotSources mesh, Caller.InMesh caller, string host)
    {
        var entries = Entries(mesh, host).Where(entry => entry.Cluster == PlaneOf(mesh, caller.Cluster)).ToArray();
        return entries.Length > 0
            && !entries.Any(entry =>
                !entry.Spec["exportTo"].HasContent
                || Texts(entry.Spec["exportTo"])
                    .Any(ns => ns == "*" || ns == caller.Namespace || (ns == "." && entry.Namespace == caller.Namespace))
            );
    }

    private static IEnumerable<Manifest> Entries(SnapshotSources mesh, string host) =>
        mesh.Manifests.Where(manifest => manifest.Kind == "ServiceEntry" && Texts(manifest.Spec["hosts"]).Contains(host));

    // A wildcard is asked for by one of its names, which stands for all that have no closer pattern; on a port without HTTP and TLS any
    // name stands for all.
    private static string Representative(SnapshotSources mesh, string host, int port) =>
        Patterns(mesh, port)
            .Where(pattern => port == Gateways.Stream || Covers(pattern, host))
            .MaxBy(pattern => (!pattern.StartsWith('*'), pattern.Length)) switch
        {
            null => host,
            "*" => "any.example",
            ['*', .. var rest] => $"any{rest}",
            var exact => exact,
        };

    // Whatever may tell one name from another on a port.
    private static IEnumerable<string> Patterns(SnapshotSources mesh, int port)
    {
        var servers = ServersOn(mesh, port);
        var bound = mesh.Manifests.Where(manifest =>
            manifest.Kind == "VirtualService" && servers.Any(one => IsBound(manifest, one.Gateway))
        );
        var distinguishing = bound
            .Concat(mesh.Manifests.Where(manifest => manifest.Kind == "AuthorizationPolicy"))
            .SelectMany(manifest => TextsIn(manifest.Body["spec"]))
            .Where(text => text.Contains('.', StringComparison.Ordinal))
            .Select(text => text.ToLowerInvariant());
        return servers.SelectMany(one => NamesIn(one.Server["hosts"])).Concat(port == Gateways.Stream ? [] : distinguishing);
    }

    private static (Manifest Gateway, Field Server)[] ServersOn(SnapshotSources mesh, int port) =>
        [
            .. from gateway in mesh.Manifests
            where gateway.Kind == "Gateway" && gateway.Spec["selector"]["istio"].Text != Gateways.Nobody
            from server in gateway.Spec["servers"].Items
            where server["port"]["number"].Integer == port
            select (gateway, server),
        ];

    private static IEnumerable<string> NamesIn(Field hosts) =>
        Texts(hosts).Select(host => host[(host.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    private static string PlaneOf(SnapshotSources mesh, string cluster) =>
        mesh.Manifests.Where(manifest => manifest.Kind == "Namespace" && manifest.Cluster == cluster)
            .Select(manifest => Field.From(manifest.Body)["metadata"]["annotations"]["topology.istio.io/controlPlaneClusters"].Text)
            .FirstOrDefault()
        ?? cluster;

    private static bool IsBound(Manifest service, Manifest gateway) =>
        service.Cluster == gateway.Cluster
        && Texts(service.Spec["gateways"])
            .Any(name =>
                (name.Contains('/', StringComparison.Ordinal) ? name : $"{service.Namespace}/{name}")
                == $"{gateway.Namespace}/{gateway.Name}"
            );

    private static IEnumerable<string> TextsIn(object? value) =>
        value switch
        {
            string text => [text],
            IReadOnlyDictionary<string, object?> map => map.Values.SelectMany(TextsIn),
            IEnumerable<object?> list => list.SelectMany(TextsIn),
            _ => [],
        };

    private static bool Covers(string pattern, string host) =>
        pattern.StartsWith('*') ? host.EndsWith(pattern[1..], StringComparison.Ordinal) : pattern == host;

    private static IEnumerable<string> Texts(Field list) => list.Items.Select(item => item.Text ?? "");
}
