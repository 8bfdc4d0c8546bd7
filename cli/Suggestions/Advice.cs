using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Cli.Suggestions;

/// <summary>The smallest change of intents that lets a request through; nothing is said that was not tried.</summary>
internal static class Advice
{
    public static string For(Question question, StackComposition stack, string project)
    {
        if (ServiceSearch.Of(question, stack.Definition) is not { } service)
        {
            return $"no InboundService exposes {question.Request.Host}";
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

        foreach (var change in IntentChange.For(proper, service, stack.Definition))
        {
            if (change.Apply(stack.Definition) is { } changed && LetsThrough(changed, proper))
            {
                return $"to let it through: {change.Text(hint)}";
            }
        }

        return $"no change of one ClientAccess of {service.Name} ({service.Location}) lets it through";
    }

    private static bool LetsThrough(MeshDefinition changed, Question question) =>
        AccessEvaluator.Evaluate(
            MeshSnapshot.Of(StackComposition.Compose(question.RelevantIntents(changed))),
            question.Caller,
            question.Request
        ) is Verdict.Allowed;
}
