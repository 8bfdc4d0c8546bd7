using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matching;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Cli.Questions;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Suggestions;

/// <summary>
/// The change of intents that lets one request of one caller through, and as little else as intents can say; nothing is said that was not
/// tried.
/// </summary>
internal static class Advice
{
    public static string For(Question question, StackComposition stack, Snapshot snapshot)
    {
        if (ServiceSearch.Of(question, stack.Definition) is not { } service)
        {
            return OtherName.For(question, snapshot) ?? $"no InboundService exposes {question.Request.Host}";
        }

        if (question.Caller is Caller.Outside && service.Args.ExternalName is null)
        {
            return $"InboundService {service.Name} ({service.Location}) has no externalName: no client outside the mesh reaches it";
        }

        var proper = ProperRequest.Of(question, service.Args, stack.Definition);
        var hint =
            proper.Request == question.Request
                ? ""
                : FormattableString.Invariant($" and ask for {proper.Request.Host}:{proper.Request.Port}");
        if (hint.Length > 0 && AccessEvaluator.Evaluate(MeshSnapshot.Of(stack), proper.Caller, proper.Request) is Verdict.Allowed)
        {
            return "to get through:" + hint[" and".Length..];
        }

        return Change(proper, service, stack.Definition, snapshot) is { } change
            ? $"to let it through: {change.Text(hint)}"
            : OtherName.For(question, snapshot) ?? $"no change of one ClientAccess of {service.Name} ({service.Location}) lets it through";
    }

    /// <summary>The first change that lets a request through; null for none.</summary>
    public static IntentChange? Change(
        Question question,
        Intent<InboundServiceIntent> service,
        MeshDefinition definition,
        Snapshot snapshot
    ) =>
        IntentChange
            .For(question, service, definition, PathOf(question.Request, snapshot, service.Args.ControlPlane.Cluster.Name))
            .FirstOrDefault(change => change.Apply(definition) is { } changed && LetsThrough(changed, question));

    private static string PathOf(Request request, Snapshot snapshot, string cluster)
    {
        var path = request.Path.Split('?', '#')[0];
        return PathNormalization.Apply(snapshot.ControlPlaneOf(cluster).Mesh.PathNormalization, path).Path ?? path;
    }

    private static bool LetsThrough(MeshDefinition changed, Question question) =>
        AccessEvaluator.Evaluate(
            MeshSnapshot.Of(StackComposition.Compose(question.RelevantIntents(changed))),
            question.Caller,
            question.Request
        ) is Verdict.Allowed;
}
