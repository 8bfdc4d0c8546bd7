using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Suggestions;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Infra.Tests.Access;

/// <summary>The change that is suggested for a refused request lets that request of that caller through, and nothing else.</summary>
public sealed class SuggestionPropertyTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int MostPerMesh = 4;

    [Fact]
    public void ASuggestedChangeAllowsThatRequestOfThatCallerAlone()
    {
        var (suggested, none, refused) = (0, 0, 0);
        Dictionary<string, int> kinds = [];
        foreach (var number in Enumerable.Range(0, Examined.Definitions))
        {
            var root = RandomDefinition.Write(number);
            try
            {
                var definition = DefinitionLoader.Load(root.FullName, "test");
                var stack = StackComposition.Compose(definition);
                var snapshot = MeshSnapshot.Of(stack);
                var before = new Lazy<AccessMatrix>(() => AccessMatrix.From(snapshot));
                foreach (var (question, service) in Refused(definition, snapshot, new Random(number)).Take(MostPerMesh))
                {
                    if (Advice.Change(question, service, definition, snapshot) is not { } change)
                    {
                        none++;
                        continue;
                    }

                    suggested++;
                    kinds[change.GetType().Name] = kinds.GetValueOrDefault(change.GetType().Name) + 1;
                    var after = MeshSnapshot.Of(StackComposition.Compose(change.Apply(definition)!));
                    Assert.IsType<Verdict.Allowed>(AccessEvaluator.Evaluate(after, question.Caller, question.Request));
                    AssertOpensThatAlone(number, question, change, AccessDiff.Between(before.Value, AccessMatrix.From(after)));
                }
            }
            catch (DefinitionException)
            {
                refused++;
            }
            finally
            {
                root.Delete(recursive: true);
            }
        }

        output.WriteLine($"{suggested} suggested ({string.Join(", ", kinds)}), {none} without, {refused} meshes refused");
        Assert.True(
            suggested > Examined.Definitions && none < suggested / 10 && kinds.Count == 2,
            $"{suggested} suggested, {none} without"
        );
    }

    // Who came in by an ingress gateway before gains nothing by another way.
    private static void AssertOpensThatAlone(int number, Question question, IntentChange change, IReadOnlyList<AccessChange> changes)
    {
        var said =
            $"mesh {number}: {question}\n{change.Text("")}\n"
            + string.Join('\n', changes.Select(one => $"{one.Caller} {one.Target}: +{one.Gained} -{one.Lost}"));
        var request = RequestSet
            .Methods(TextSet.Exact(question.Request.Method))
            .Intersect(RequestSet.Paths(TextSet.Exact(question.Request.Path)));
        Assert.All(changes, one => Assert.True(one.Lost.IsEmpty && one.Gained.IsSubsetOf(request) && IsCaller(one.Caller, question), said));
    }

    // What is open to the outside is open to whoever comes to the gateway.
    private static bool IsCaller(AccessCaller caller, Question question) =>
        question.Caller is not Caller.InMesh mesh || (caller.Namespace == mesh.Namespace && caller.ServiceAccount == mesh.ServiceAccount);

    private static IEnumerable<(Question Question, Intent<InboundServiceIntent> Service)> Refused(
        MeshDefinition definition,
        Analysis.Topology.Snapshot snapshot,
        Random random
    )
    {
        var callers = definition
            .Accesses.Select(access => access.Args)
            .Select(access =>
                access.ControlPlane is { } home
                    ? (Caller)new Caller.InMesh(home.Cluster.Name, access.Namespace!, access.ServiceAccount!)
                    : new Caller.Outside(access.Service.ControlPlane.Cluster.Name)
            )
            .Distinct()
            .ToArray();
        for (var tries = 0; tries < 10 * MostPerMesh; tries++)
        {
            var service = definition.Services[random.Next(definition.Services.Length)];
            var caller = callers[random.Next(callers.Length)];
            if (caller is Caller.Outside && service.Args.ExternalName is null)
            {
                continue;
            }

            var asked = new Question(
                caller is Caller.Outside ? new Caller.Outside(service.Args.ControlPlane.Cluster.Name) : caller,
                new Request
                {
                    Host = service.Args.Hosts.First(),
                    Method = Any(random, ["GET", "POST", "PUT"]),
                    Path = Any(random, ["/status/1", "/other", "/", "/a/b"]),
                },
                null
            );
            var question = ProperRequest.Of(asked, service.Args, definition);
            if (AccessEvaluator.Evaluate(snapshot, question.Caller, question.Request) is Verdict.Denied or Verdict.Unreachable)
            {
                yield return (question, service);
            }
        }
    }

    private static string Any(Random random, string[] all) => all[random.Next(all.Length)];
}
