using MeshStack.Infra.Tests.Definition;
using MeshStack.Preview.Transitions;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>A control plane is replaced beside the one that runs, namespace by namespace.</summary>
public sealed class UpgradeTests
{
    private const string Old = "meshstack:istio: {revisions: {1-30-8: {version: 1.30.8}}, revision: prod, tags: {prod: 1-30-8}}";
    private const string Both =
        "meshstack:istio: {revisions: {1-30-8: {version: 1.30.8}, 1-31-4: {version: 1.31.4}}, revision: prod, tags: {prod: 1-30-8, "
        + "canary: 1-31-4}}";
    private const string Moved =
        "meshstack:istio: {revisions: {1-30-8: {version: 1.30.8}, 1-31-4: {version: 1.31.4}}, revision: prod, tags: {prod: 1-31-4, "
        + "canary: 1-31-4}}";
    private const string New =
        "meshstack:istio: {revisions: {1-31-4: {version: 1.31.4}}, revision: prod, tags: {prod: 1-31-4, canary: 1-31-4}}";

    [Fact]
    public void NamespacesMoveByTagAndTheirWorkloadsAreNamed()
    {
        using var steps = new Steps();
        steps.To(Old + Namespaces("prod", "prod"));
        Assert.Empty(steps.To(Both + Namespaces("prod", "prod")));
        Assert.Equal(
            [
                "ToDo: east: restart the workloads of namespace cart: their proxies are of 1-30-8 (1.30.8), and new ones of 1-31-4 "
                    + "(1.31.4): kubectl --context e --namespace cart rollout restart deployment,statefulset,daemonset",
            ],
            steps.To(Both + Namespaces("canary", "prod"))
        );
        Assert.Equal(
            [
                "ToDo: east: restart the workloads of namespace shop: their proxies are of 1-30-8 (1.30.8), and new ones of 1-31-4 "
                    + "(1.31.4): kubectl --context e --namespace shop rollout restart deployment,statefulset,daemonset",
            ],
            steps.To(Moved + Namespaces("canary", "prod"))
        );
        Assert.Empty(steps.To(New + Namespaces("canary", "prod")));
    }

    [Fact]
    public void ARevisionStaysWhileWorkloadsHaveItsProxies()
    {
        using var steps = new Steps();
        steps.To(Both + Namespaces("canary", "prod"));
        var notices = steps.To(New + Namespaces("canary", "prod"));
        Assert.Equal(
            "Refused: east: revision 1-30-8 goes away while workloads of shop have its proxies: move the namespace to 1-31-4 with 1-30-8 "
                + "still there, restart the workloads, and remove it then",
            notices[0]
        );
    }

    [Fact]
    public void AnUpgradeInPlaceNamesWhatToRestart()
    {
        using var steps = new Steps();
        steps.To("meshstack:istio: {version: 1.30.8}" + Namespaces("enabled", "enabled"));
        Assert.Equal(
            [
                "ToDo: east: restart the workloads of namespaces cart and shop: their proxies are of default (1.30.8), and new ones of "
                    + "default (1.31.4): kubectl --context e --namespace cart rollout restart deployment,statefulset,daemonset, and the "
                    + "same with --namespace shop",
            ],
            steps.To("meshstack:istio: {version: 1.31.4}" + Namespaces("enabled", "enabled"))
        );
    }

    [Fact]
    public void AJumpOfTwoMinorVersionsIsRefused()
    {
        // No two of the supported versions are that far apart, so the one that runs is from before.
        var before = Preview.Transitions.MeshState.Parse(
            """{"topology":"federated","meshId":"test","clusters":{"east":"""
                + """{"servedBy":"east","systemNamespace":"istio-system","trustDomain":"east","network":"east","revisions":"""
                + """{"default":"1.28.3"}}}}"""
        )!;
        var cluster = before.Clusters["east"];
        var after = before with
        {
            Clusters = before.Clusters.SetItem("east", cluster with { Revisions = cluster.Revisions.SetItem("default", "1.31.4") }),
        };
        var notices = Preview.Transitions.MeshTransition.Check(before, after);
        Assert.Equal(
            "east: revision default, from 1.28.3 to 1.31.4 skips a minor version: go by way of the newest 1.29, then 1.30.8",
            notices[0].ToString()
        );
        Assert.Equal(TransitionKind.Refused, notices[0].Kind);
    }

    /// <summary>Helm may have got to the new version or not: either is asked.</summary>
    [Theory]
    [InlineData("1.30.4", "1.31.4", "1.31.4", null)]
    [InlineData("1.30.4", "1.31.4", "1.30.4", null)]
    [InlineData("1.30.4", "1.31.4", "1.32.0", "from 1.30.4 to 1.32.0 skips a minor version: go by way of 1.31.4")]
    [InlineData(
        "1.30.4",
        "1.32.0",
        "1.30.4",
        "from 1.32.0 to 1.30.4 goes back by more than one minor version: go by way of 1.31.4; 1.32.0 may be there, because an "
            + "update was killed on the "
            + "way to it"
    )]
    public void AnUpgradeThatWasCutIsJudgedByBothVersions(string from, string cut, string to, string? refusal)
    {
        var before = State(from);
        var cluster = before.Clusters["east"];
        before = before with
        {
            Clusters = before.Clusters.SetItem("east", cluster with { UnderWay = cluster.UnderWay.SetItem("default", cut) }),
        };
        Assert.Equal(
            refusal is null ? [] : [$"east: revision default, {refusal}"],
            MeshTransition.Check(before, State(to)).Where(n => n.Kind == TransitionKind.Refused).Select(n => n.ToString())
        );
    }

    private static MeshState State(string version) =>
        MeshState.From(SampleProject.Load($"meshstack:istio: {{version: {version}}}\nmeshstack:clusters:\n  east: {{context: e}}"));

    private static string Namespaces(string cart, string shop) =>
        $"\nmeshstack:namespaces: {{cart: {{injection: {cart}}}, shop: {{injection: {shop}}}}}\nmeshstack:clusters:\n  east: {{context: "
        + $"e}}";
}
