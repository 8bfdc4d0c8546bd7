using MeshStack.Manifests;
using MeshStack.Preview.Transitions;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>A workload whose service leaves is open as long as it is there, unless something else closes it.</summary>
public sealed class OpenedWorkloadTests
{
    private const string Web = "kind: InboundService\nname: web\ncluster: east\nnamespace: shop\nport: 80\n";
    private const string Other = "kind: InboundService\nname: pay\ncluster: east\nnamespace: shop\nport: 80\n";
    private const string Said =
        "Warning: web: its policies leave, and the workload app=web in shop of east is open as long as it is there: every workload of east "
        + "may call it. Take the workload out first (kubectl --context e --namespace shop get deployment,statefulset,daemonset --selector "
        + "app=web), or keep it closed until then by an AuthorizationPolicy of your own that selects it and has no rules";

    [Fact]
    public void AServiceThatLeavesOpensItsWorkload() => Assert.Equal([Said], IntentSteps.Notices($"{Web}---\n{Other}", Other));

    /// <summary>So does one that selects another workload from now on.</summary>
    [Theory]
    [InlineData("workloadLabels: {app: other}\n", "east")]
    [InlineData("", "west")]
    public void AServiceThatIsForAnotherWorkloadDoesToo(string more, string cluster) =>
        Assert.Equal(
            [Said],
            IntentSteps.Notices(Web, Web.Replace("east", cluster, StringComparison.Ordinal) + more).Where(n => n.StartsWith("Warning: web"))
        );

    [Theory]
    [InlineData("")]
    [InlineData("workloadLabels: {app: web}\n")]
    public void OneThatIsClosedByAnotherServiceStaysClosed(string more) =>
        Assert.Empty(
            IntentSteps.Notices(
                $"{Web}---\n{Other.Replace("name: pay\n", "name: pay\nworkloadLabels: {app: web}\n", StringComparison.Ordinal)}",
                Other.Replace("name: pay\n", "name: pay\nservice: web\n", StringComparison.Ordinal) + more
            )
        );

    /// <summary>A denial that is there whatever the services are.</summary>
    [Theory]
    [InlineData("shop", false)]
    [InlineData("istio-system", false)]
    [InlineData("cart", true)]
    public void ADefaultDenialKeepsItClosed(string home, bool isOpen)
    {
        var after = MeshState.From(IntentSteps.Definition(Other));
        var mesh = after.Mesh!.Value;
        var denial = Manifest.From(
            "east",
            new Dictionary<string, object?>
            {
                ["apiVersion"] = "security.istio.io/v1",
                ["kind"] = "AuthorizationPolicy",
                ["metadata"] = new Dictionary<string, object?> { ["name"] = "nobody", ["namespace"] = home },
                ["spec"] = new Dictionary<string, object?>(),
            }
        );
        var clusters = mesh.Recording.Clusters.Select(c => c.Name == "east" ? c with { Manifests = [.. c.Manifests, denial] } : c);
        after = after with { Mesh = new(mesh with { Recording = mesh.Recording with { Clusters = [.. clusters] } }) };
        var before = IntentSteps.Applied(IntentSteps.Definition($"{Web}---\n{Other}"));
        Assert.Equal(isOpen ? [Said] : [], IntentSteps.Notices(before, after));
    }

    [Fact]
    public void ARenamedServiceClosesItsWorkloadAllTheSame() =>
        Assert.Empty(
            IntentSteps.Notices(Web, Web.Replace("name: web\n", "name: front\nservice: web\nrenamedFrom: web\n", StringComparison.Ordinal))
        );

    /// <summary>With its cluster everything of the mesh goes.</summary>
    [Fact]
    public void OneWhoseClusterLeavesIsNoneOfIt() =>
        Assert.DoesNotContain(
            IntentSteps.Notices(
                $"{Web}---\n{Other.Replace("east", "west", StringComparison.Ordinal)}",
                Web,
                settingsAfter: "meshstack:removed: {clusters: [west]}\nmeshstack:clusters:\n  east: {context: e}"
            ),
            n => n.Contains("its policies leave", StringComparison.Ordinal)
        );
}
