using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;

namespace MeshStack.Preview.Access;

/// <summary>Calls to services that are routed from other namespaces than an invariant names.</summary>
internal static class RoutedCallsCheck
{
    public static IReadOnlyList<InvariantBreach> Of(Invariant invariant, MeshProof proof)
    {
        var facts = proof.Mesh.Facts;
        var servers = facts.Servers.Where(s => s.Services.Any(name => invariant.To.Matches(s.Cluster, s.Namespace, name)));
        var names = servers
            .SelectMany(server =>
                facts
                    .Clusters.Keys.Select(cluster => facts.Reached(server, server.Ports[0], cluster).Host)
                    .Append(server.Host)
                    .Append(server.ExternalName ?? server.Host)
                    .Select(host => (Host: host, Server: server))
            )
            .DistinctBy(one => one.Host)
            .ToDictionary(one => one.Host, one => one.Server, StringComparer.Ordinal);
        return
        [
            .. from question in proof.Matrix.Questions
            where question.IsOfName && names.ContainsKey(question.Asked.Host)
            from breach in Of(invariant, question, names[question.Asked.Host])
            group breach by breach.Request into same
            select same.First(),
        ];
    }

    private static IEnumerable<InvariantBreach> Of(Invariant invariant, AskedQuestion question, DeclaredServer server)
    {
        var who = question.Callers().First();
        var calls = FormattableString.Invariant($"calls of {who} to {question.Asked.Host}:{question.Asked.Port}");
        var target = $"{server.Namespace}/{server.Name}";
        if (question.IsUndecided && !question.IsHandled)
        {
            yield return new(server.Cluster, target, $"what routes {calls} is not known", [], IsCertain: false);
        }

        foreach (var handling in question.Trace.Handlings)
        {
            foreach (
                var cause in handling.Because.Where(cause =>
                    Routes(cause, who.Namespace) && !invariant.Namespaces.Contains(cause.Namespace)
                )
            )
            {
                yield return new(
                    server.Cluster,
                    target,
                    $"{calls} {(handling.IsPerhaps ? "may be" : "are")} routed from the namespace {cause.Namespace}",
                    [cause],
                    !handling.IsPerhaps
                );
            }
        }
    }

    // By a ServiceEntry of its own a caller finds services of other clusters.
    private static bool Routes(Cause cause, string? caller) =>
        cause.Kind == "VirtualService" || (cause.Kind == "ServiceEntry" && cause.Namespace != caller);
}
