using MeshStack.Definition.Istio;
using MeshStack.Definition.Planning;

namespace MeshStack.ToyKind.Tests.Toys;

/// <summary>Toys: the smallest kind that there can be.</summary>
internal sealed class Toy : IntentKind<ToyIntent>
{
    public override string Name => "Toy";

    public override string Summary => "A toy for the workloads of a namespace.";

    internal override IReadOnlyList<string> ComponentTypes => [Name];

    internal override IntentDocument Read(IntentReader reader) => new ToyDocument(reader);

    internal override IEnumerable<Intent> Check(IntentChecks checks)
    {
        foreach (var document in checks.Of<ToyDocument>())
        {
            checks.Report(document, document.Intent.Problems());
            if (checks.Cluster(document, document.Cluster) is { } cluster)
            {
                yield return new Intent<ToyIntent>(
                    document.Name,
                    document.Location,
                    document.Intent with
                    {
                        ControlPlane = cluster.ControlPlane,
                    }
                );
            }
        }
    }

    protected override void Plan(Intent<ToyIntent> intent, IntentPlanning planning)
    {
        var (toy, controlPlane) = (intent.Args, planning.ControlPlane(intent.Args.ControlPlane!.Cluster.Name));
        var scope = planning.Component(Name, intent);
        var spec = new AuthorizationPolicySpec
        {
            Action = "DENY",
            Rules = [new() { To = [new() { Operation = new() { Paths = toy.Paths } }] }],
        };
        scope.Configured(
            controlPlane,
            toy.Namespace,
            scope.Child("closed"),
            "AuthorizationPolicy",
            Metadata.Of(scope.Name, toy.Namespace),
            spec.ToTree()
        );
    }

    protected override IntentReach Reach(Intent<ToyIntent> intent) =>
        new(Service: null) { Clusters = [intent.Args.ControlPlane!.Cluster.Name], Namespace = intent.Args.Namespace };
}
