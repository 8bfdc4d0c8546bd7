using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Preview.Access;

/// <summary>Callers that do not get what an invariant promises them.</summary>
internal static class MissingAccess
{
    public static IReadOnlyList<InvariantBreach> Of(Invariant invariant, MeshFacts facts, Snapshot snapshot)
    {
        var services = facts.Servers.Where(s => s.Services.Any(name => invariant.To.Matches(s.Cluster, s.Namespace, name))).ToList();
        var breaches =
            from service in services
            from caller in Callers(invariant.From[0], service, facts)
            let verdict = VerdictOn(invariant, caller, service, facts, snapshot)
            where verdict is not Verdict.Allowed
            let who = caller is Caller.InMesh mesh ? $"{mesh.Cluster} {mesh.Namespace}/{mesh.ServiceAccount}" : $"outside {caller.Cluster}"
            select new InvariantBreach(
                service.Cluster,
                $"{service.Namespace}/{service.Name}",
                $"{invariant.Method} {invariant.Path} from {who} is {verdict.Decision}: {verdict.Reason}",
                verdict.Because,
                verdict is not Verdict.Undecided
            );
        return [.. breaches];
    }

    private static IEnumerable<Caller> Callers(CallerPattern from, DeclaredServer service, MeshFacts facts)
    {
        if (from.IsOutside)
        {
            return [new Caller.Outside(service.Cluster)];
        }

        var servers = DeclaredServers.From(facts).Workloads;
        var known = servers
            .Concat(DeclaredCallers.Of(facts, servers))
            .Where(w =>
                (from.Cluster ?? w.Cluster) == w.Cluster
                && (from.Namespace ?? w.Namespace) == w.Namespace
                && (from.ServiceAccount ?? w.ServiceAccount) == w.ServiceAccount
            )
            .Select(w => (w.Cluster, w.Namespace, w.ServiceAccount))
            .Distinct()
            .ToList();
        var named =
            known.Count == 0 && from is { Cluster: { } cluster, Namespace: { } ns, ServiceAccount: { } account }
                ? [(cluster, ns, account)]
                : known;
        return named.Select(c => new Caller.InMesh(c.Item1, c.Item2, c.Item3));
    }

    /// <summary>What becomes of the request at the port that comes nearest to letting it in: a promise is kept by any.</summary>
    private static Verdict VerdictOn(Invariant invariant, Caller caller, DeclaredServer service, MeshFacts facts, Snapshot snapshot) =>
        PortsFor(caller, service)
            .Select(port => AccessEvaluator.Evaluate(snapshot, caller, RequestOf(invariant, caller, service, port, facts)))
            .MinBy(verdict =>
                verdict is Verdict.Allowed ? 0
                : verdict is Verdict.Undecided ? 1
                : 2
            )!;

    private static DeclaredServerPort[] PortsFor(Caller caller, DeclaredServer service)
    {
        var all =
            caller is Caller.Outside && service.Ports.Any(port => port.IsForOutside)
                ? service.Ports.Where(port => port.IsForOutside)
                : service.Ports;
        DeclaredServerPort[] http = [.. all.Where(port => ServiceProtocols.IsHttp(port.Protocol))];
        return http.Length > 0 ? http : [.. all];
    }

    private static Request RequestOf(Invariant invariant, Caller caller, DeclaredServer service, DeclaredServerPort served, MeshFacts facts)
    {
        var isOutside = caller is Caller.Outside;
        var (host, port) = isOutside
            ? (service.ExternalHost ?? service.Host, GatewayModel.HttpsPort)
            : facts.Reached(service, served, caller.Cluster);
        return new()
        {
            Host = host,
            Port = port,
            Method = invariant.Method!,
            Path = invariant.Path!,
            Protocol = ClientProtocol.Of(served.Protocol, isOutside),
        };
    }
}
