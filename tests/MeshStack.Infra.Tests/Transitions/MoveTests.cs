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
                    + "may lead to another cluster. If it is the same: clusterIdentifier: west, for one update. If it is another one: a "
                    + "context and a clusterIdentifier of its own, and everything moves there",
            ],
            steps.To(Mesh("context: w"))
        );
        Assert.Empty(steps.To(Mesh("context: w, clusterIdentifier: west")));
        Assert.Empty(steps.To(Mesh("context: w")));

        // From a machine whose kubeconfig says nothing of it.
        steps.Authorities.Clear();
        Assert.Empty(steps.To(Mesh("context: w")));
    }

    [Fact]
    public void AnotherIdentifierMovesEverything()
    {
        using var steps = new Steps();
        steps.To(Mesh("context: w"));
        Assert.Equal(
            [
                "Warning: west: moves from the cluster of context w to that of x: everything is made there, then deleted where it was, but "
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
        Assert.Empty(steps.To(renamed));
        Assert.Equal(
            [
                "Refused: wild: clusterIdentifier from west to wild, with the same context: everything would be made a second time where "
                    + "it is, and fail; clusterIdentifier: west keeps it",
            ],
            steps.To(renamed.Replace(", renamedFrom: west", "", StringComparison.Ordinal))
        );
        Assert.Empty(steps.To(renamed.Replace("renamedFrom: west", "clusterIdentifier: west", StringComparison.Ordinal)));
    }

    private static string Mesh(string west) =>
        $$$"""
            meshstack:trust: {generated: {}}
            meshstack:clusters:
              east: {context: e}
              west: {{{{west}}}}
            """;
}
