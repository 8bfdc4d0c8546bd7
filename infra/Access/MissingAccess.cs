using MeshStack.Analysis.Access;
using MeshStack.Definition;

namespace MeshStack.Infra.Access;

/// <summary>Callers that do not get what an invariant promises them.</summary>
internal static class MissingAccess
{
    public static IReadOnlyList<InvariantBreach> Of(Invariant invariant, MeshDefinition definition, Snapshot snapshot)
    {
        var services = definition.Services.Select(s => s.Args).Where(s => s.InstanceServices.Prepend(s.Service).Any(name => invariant.To.Matches(s.ControlPlane.Cluster.Name, s.Namespace, name))).ToList();
        var breaches = from service in services
                       from caller in Callers(invariant.From[0], service, definition)
                       let verdict = AccessEvaluator.Evaluate(snapshot, caller, RequestOf(invariant, caller, service, definition))
                       where verdict is not Verdict.Allowed
                       let who = caller is Caller.InMesh mesh ? $"{mesh.Cluster} {mesh.Namespace}/{mesh.ServiceAccount}" : $"outside {caller.Cluster}"
                       select new InvariantBreach(
                           service.ControlPlane.Cluster.Name,
                           $"{service.Namespace}/{service.Service}",
                           $"{invariant.Method} {invariant.Path} from {who} is {verdict.Decision}: {verdict.Reason}",
                           verdict.Because,
                           verdict is not Verdict.Undecided);
        return [.. breaches];
    }

    private static IEnumerable<Caller> Callers(CallerPattern from, InboundServiceIntent service, MeshDefinition definition)
    {
        if (from.IsOutside)
        {
            return [new Caller.Outside(service.ControlPlane.Cluster.Name)];
        }

        var servers = DeclaredServers.Of(definition).Workloads;
        var known = servers.Concat(DeclaredCallers.Of(definition, servers))
            .Where(w => (from.Cluster ?? w.Cluster) == w.Cluster && (from.Namespace ?? w.Namespace) == w.Namespace && (from.ServiceAccount ?? w.ServiceAccount) == w.ServiceAccount)
            .Select(w => (w.Cluster, w.Namespace, w.ServiceAccount)).Distinct().ToList();
        var named = known.Count == 0 && from is { Cluster: { } cluster, Namespace: { } space, ServiceAccount: { } account } ? [(cluster, space, account)] : known;
        return named.Select(c => new Caller.InMesh(c.Item1, c.Item2, c.Item3));
    }

    private static Request RequestOf(Invariant invariant, Caller caller, InboundServiceIntent service, MeshDefinition definition)
    {
        var access = new ClientAccessIntent
        {
            Service = service,
            Type = caller is Caller.Outside ? ClientTypes.External : ClientTypes.Istio,
            ControlPlane = caller is Caller.Outside ? null : definition.Clusters.First(c => c.Name == caller.Cluster).Plane,
        };
        return new()
        {
            Host = caller is Caller.Outside ? service.ExternalName ?? service.Host : access.Host,
            Port = access.Port,
            Method = invariant.Method!,
            Path = invariant.Path!,
            Protocol = caller is Caller.Outside ? RequestProtocol.Https : service.IsHttp ? RequestProtocol.Http : RequestProtocol.Tcp,
        };
    }
}
