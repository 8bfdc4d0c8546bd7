using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Cli.Questions;

namespace MeshStack.Cli.Suggestions;

/// <summary>Another port of a host, or the full name of one that is called alike, by which the request gets through as it is.</summary>
internal static class OtherName
{
    public static string? For(Question question, Snapshot snapshot) =>
        Candidates(question, snapshot).Distinct().FirstOrDefault(request => GetsThrough(snapshot, question.Caller, request)) is { } found
            ? FormattableString.Invariant($"to get through: ask for {found.Host}:{found.Port}{Protocol(question.Request, found)}")
            : null;

    private static string Protocol(Request asked, Request found) =>
        asked.Protocol == found.Protocol ? "" : $" by {found.Protocol.ToString().ToUpperInvariant()}";

    // Whatever leaves the mesh is another server.
    private static bool GetsThrough(Snapshot snapshot, Caller caller, Request request) =>
        AccessEvaluator.Evaluate(snapshot, caller, request) is Verdict.Allowed { Step: AccessStep.Authorization };

    private static IEnumerable<Request> Candidates(Question question, Snapshot snapshot)
    {
        var asked = question.Request;
        if (question.Caller is not Caller.InMesh caller)
        {
            return new[] { RequestProtocol.Https, RequestProtocol.Http }
                .Where(protocol => protocol != asked.Protocol && asked.Protocol != RequestProtocol.Tcp)
                .Select(protocol => asked with { Port = protocol == RequestProtocol.Https ? 443 : 80, Protocol = protocol });
        }

        var forms = KnownNames.Forms(asked.Host, caller.Namespace).ToHashSet(StringComparer.Ordinal);
        var label = asked.Host.Split('.')[0].ToLowerInvariant();
        return from service in snapshot
                .Cluster(caller.Cluster)
                .Services.Values.Concat(snapshot.ControlPlaneOf(caller.Cluster).Entries.SelectMany(entries => entries))
            where service.Host.Split('.')[0] == label
            let isSame = forms.Contains(service.Host)
            from port in service.Ports
            orderby isSame ? 0 : 1, port.Number == asked.Port ? 0 : 1, service.Host, port.Number
            select asked with
            {
                Host = isSame ? asked.Host : service.Host,
                Port = port.Number,
            };
    }
}
