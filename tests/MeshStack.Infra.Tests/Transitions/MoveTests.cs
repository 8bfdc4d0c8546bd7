namespace MeshStack.Infra.Tests.Transitions;

/// <summary>Another context is the same cluster, or another one: only its author knows, so that has to be said.</summary>
public sealed class MoveTests
{
    [Fact]
    public void AnotherContextIsNotTakenForTheSameCluster()
    {
        using var steps = new Steps();
        steps.To(Mesh("context: w"));
        Assert.Equal(
            [
                "Refused: west: context from w to x, and nothing says whether that is the same cluster. If it is: clusterIdentifier: west. "
                    + "If it is another one: a clusterIdentifier of its own, and everything moves there",
            ],
            steps.To(Mesh("context: x"))
        );
        Assert.Equal(
            ["Warning: west: context from w to x: taken for the same cluster, because clusterIdentifier is still west"],
            steps.To(Mesh("context: x, clusterIdentifier: west"))
        );
        Assert.Empty(steps.To(Mesh("context: x")));
    }

    /// <summary>An identifier that nobody gives follows a name, and a name says nothing of where its context leads.</summary>
    [Fact]
    public void AnIdentifierThatFollowsANameMovesNothing()
    {
        using var steps = new Steps();
        steps.To(Mesh("context: w"));
        const string Said =
            "Refused: west: context from w to x, and its identifier would follow its name from west to east2, which moves it to another "
            + "cluster. If it is the same one: clusterIdentifier: west. If it is another one: a clusterIdentifier of its own, "
            + "and everything "
            + "moves there";
        Assert.Equal([Said], steps.To(Mesh("context: x, renamedFrom: east2")));
        Assert.StartsWith(
            "Warning: west: moves from the cluster of context w to that of context x",
            Assert.Single(steps.To(Mesh("context: x, clusterIdentifier: fra"))),
            StringComparison.Ordinal
        );
    }

    /// <summary>A proxy in front of many clusters may vouch for all of them.</summary>
    [Fact]
    public void AMoveToWhatLooksLikeTheSameClusterIsDoubted()
    {
        using var steps = new Steps();
        steps.Authorities["west"] = "1f3a";
        steps.To(Mesh("context: w"));
        Assert.EndsWith(
            "both have to be reachable. The same certificate authority vouches for both: if they are one cluster, clusterIdentifier: west",
            Assert.Single(steps.To(Mesh("context: x, clusterIdentifier: fra"))),
            StringComparison.Ordinal
        );
    }

    /// <summary>The context has the same name, and leads elsewhere; who vouches for a server is the same from every machine.</summary>
    [Fact]
    public void AContextThatLeadsElsewhereIsSeen()
    {
        using var steps = new Steps();
        steps.Authorities["west"] = "1f3a";
        steps.To(Mesh("context: w"));
        steps.Authorities["west"] = "77c0";
        Assert.Equal(
            [
                "Refused: west: another certificate authority vouches for its API server than when it was last updated, so that context w "
                    + "may lead to another cluster. If it is the same: clusterIdentifier: west, for one update. If the old one is gone and "
                    + "this one is in its place: pulumi refresh, which forgets what was in it, and then the same. If both are there: let "
                    + "context w lead to the old one again, where everything is deleted last, and give the new one a context and a "
                    + "clusterIdentifier of its own, and everything moves there",
            ],
            steps.To(Mesh("context: w"))
        );
        Assert.Equal(
            [
                "Warning: west: another certificate authority vouches for its API server than when it was last updated: taken for the same "
                    + "cluster, because clusterIdentifier is west",
            ],
            steps.To(Mesh("context: w, clusterIdentifier: west"))
        );
        Assert.Empty(steps.To(Mesh("context: w")));

        // From a machine whose kubeconfig says nothing of it.
        steps.Authorities.Clear();
        Assert.Empty(steps.To(Mesh("context: w")));
    }

    /// <summary>The identifier that a renamed cluster keeps says nothing of a context that comes later.</summary>
    [Fact]
    public void AnIdentifierThatWasGivenBeforeDoesNotVouchForAnotherContext()
    {
        using var steps = new Steps();
        steps.Authorities["west"] = "1f3a";
        steps.To(Mesh("context: w, clusterIdentifier: west"));
        steps.Authorities["west"] = "77c0";
        Assert.Equal(
            [
                "Refused: west: context from w to x, where another certificate authority vouches for the API server: "
                    + "clusterIdentifier: west "
                    + "would leave everything where it is. If it is another cluster: a clusterIdentifier of its own, and everything moves "
                    + "there. If it is the same: context: w for one update, leading there",
            ],
            steps.To(Mesh("context: x, clusterIdentifier: west"))
        );
        steps.Authorities["west"] = "1f3a";
        Assert.Single(steps.To(Mesh("context: x, clusterIdentifier: west")));
    }

    /// <summary>The engine would update in the new cluster what is only in the old one.</summary>
    [Fact]
    public void ARenameIsNoMove()
    {
        using var steps = new Steps();
        steps.To(Mesh("context: w"));
        Assert.Equal(
            [
                "Refused: lisbon: has another name and moves to another cluster at once, where the engine would look "
                    + "for what is in the old "
                    + "one: context: w and clusterIdentifier: west for one update first, and the move after it",
            ],
            steps.To(Renamed("context: x, clusterIdentifier: lisbon")).Where(IsRefused)
        );
        Assert.DoesNotContain(steps.To(Renamed("context: w, clusterIdentifier: west")), IsRefused);
        Assert.DoesNotContain(steps.To(Renamed("context: x, clusterIdentifier: lisbon")), IsRefused);
    }

    /// <summary>What is not retained goes where it was.</summary>
    [Fact]
    public void ANamespaceThatGoesWithTheMeshIsNotLostByAMove()
    {
        using var steps = new Steps();
        steps.To(Mesh("context: w, namespaces: {shop: {deleteWithMesh: true}}"));
        Assert.Contains(
            "Refused: west: moves to another cluster, and shop would be deleted with all that is in it where it was: run pulumi up with "
                + "context: w and without deleteWithMesh first, while it is reachable, after which its namespaces stay",
            steps.To(Mesh("context: x, clusterIdentifier: lisbon, namespaces: {shop: {deleteWithMesh: true}}"))
        );
    }

    [Fact]
    public void AnotherIdentifierMovesEverything()
    {
        using var steps = new Steps();
        steps.To(Mesh("context: w"));
        Assert.Equal(
            [
                "Warning: west: moves from the cluster of context w to that of context x: everything is made there, then deleted "
                    + "where it was, but "
                    + "for its namespaces; both have to be reachable",
            ],
            steps.To(Mesh("context: x, clusterIdentifier: west-2"))
        );
    }

    [Fact]
    public void AnotherIdentifierOfTheSameContextWouldMakeEverythingTwice()
    {
        using var steps = new Steps();
        steps.To(Mesh("context: w"));
        Assert.Equal(
            [
                "Refused: west: clusterIdentifier from west to west-2, with the same context: everything would be made a second time where "
                    + "it is, and fail; clusterIdentifier: west keeps it",
            ],
            steps.To(Mesh("context: w, clusterIdentifier: west-2"))
        );
    }

    /// <summary>Its identifier was its first name, and a later name must not change it.</summary>
    [Fact]
    public void ARenamedClusterKeepsItsIdentifier()
    {
        using var steps = new Steps();
        steps.To(Mesh("context: w"));
        var renamed = Mesh("context: w, network: west, domain: west, renamedFrom: west")
            .Replace("west: {", "wild: {", StringComparison.Ordinal);
        Assert.StartsWith("ToDo: wild: restart all workloads", Assert.Single(steps.To(renamed)), StringComparison.Ordinal);
        Assert.Equal(
            [
                "Refused: wild: clusterIdentifier from west to wild, with the same context: everything would be made a second time where "
                    + "it is, and fail; clusterIdentifier: west keeps it",
            ],
            steps.To(renamed.Replace(", renamedFrom: west", "", StringComparison.Ordinal))
        );
        Assert.Empty(steps.To(renamed.Replace("renamedFrom: west", "clusterIdentifier: west", StringComparison.Ordinal)));
    }

    /// <summary>A kubeconfig needs no context, and what is said names none.</summary>
    [Fact]
    public void AKubeconfigAloneIsNoContext()
    {
        using var steps = new Steps();
        steps.Authorities["west"] = "1f3a";
        steps.To(Mesh("kubeConfig: {config: west}"));
        Assert.Equal(
            [
                "Refused: west: context from that of its kubeConfig to x, and nothing says whether that is the same cluster. If it is: "
                    + "clusterIdentifier: west. If it is another one: a clusterIdentifier of its own, and everything moves there",
            ],
            steps.To(Mesh("kubeConfig: {config: west}, context: x"))
        );
        steps.Authorities["west"] = "77c0";
        Assert.All(
            new[] { "", ", clusterIdentifier: lisbon" },
            identifier =>
                Assert.Contains(
                    "let its kubeConfig lead to the old one again",
                    Assert.Single(steps.To(Mesh("kubeConfig: {config: west}" + identifier))),
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(
            [
                "Warning: west: moves from the cluster of its kubeConfig to that of context x: everything is made there, then "
                    + "deleted where "
                    + "it was, but for its namespaces; both have to be reachable",
            ],
            steps.To(Mesh("kubeConfig: {config: west}, context: x, clusterIdentifier: lisbon"))
        );
    }

    private static string Mesh(string west) =>
        $$$"""
            meshstack:trust: {generated: {}}
            meshstack:clusters:
              east: {context: e}
              west: {{{{west}}}}
            """;

    private static string Renamed(string lisbon) =>
        Mesh(lisbon).Replace("west: {", "lisbon: {renamedFrom: west, trustDomain: west, ", StringComparison.Ordinal);

    private static bool IsRefused(string notice) => notice.StartsWith("Refused", StringComparison.Ordinal);
}
