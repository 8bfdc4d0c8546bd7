namespace MeshStack.Infra.Tests.Transitions;

/// <summary>Clusters and namespaces leave when that is said, and not because a line got lost.</summary>
public sealed class LeavingTests
{
    private const string Trust = "meshstack:trust: {generated: {}}\n";
    private const string Both = Trust + "meshstack:clusters:\n  east: {context: e}\n  west: {context: w, namespaces: {shop: {}, cart: {}}}";
    private const string EastAlone = Trust + "meshstack:clusters:\n  east: {context: e}";
    private const string WithoutCart = Trust + "meshstack:clusters:\n  east: {context: e}\n  west: {context: w, namespaces: {shop: {}}}";

    [Fact]
    public void AClusterThatIsMissingIsAskedFor()
    {
        using var steps = new Steps();
        steps.To(Both);
        Assert.Equal(
            [
                "Refused: west: leaves the mesh: all that was installed in it would be deleted, but for its namespaces, and the others "
                    + "would forget it. If that is meant: pulumi config set --stack test --path 'meshstack:removed.clusters[0]' west",
            ],
            steps.To(EastAlone)
        );
        Assert.Equal(
            [
                "Warning: west: goes away with all that is installed in it; the others forget it",
                "ToDo: west: its namespaces stay: look at what is in them, then kubectl --context w delete namespace cart "
                    + "istio-system shop",
            ],
            steps.To("meshstack:removed: {clusters: [west]}\n" + EastAlone)
        );
        Assert.Empty(steps.To(EastAlone));
    }

    [Fact]
    public void TheCommandNamesTheNextPlaceInTheList()
    {
        using var steps = new Steps();
        steps.To(Both);
        Assert.Contains("removed.clusters[1]' west", Assert.Single(steps.To("meshstack:removed: {clusters: [north]}\n" + EastAlone)));
    }

    [Fact]
    public void EachOfSeveralHasAPlaceOfItsOwn()
    {
        using var steps = new Steps();
        steps.To(Both.Replace("east: {context: e}", "east: {context: e}\n  north: {context: n}", StringComparison.Ordinal));
        Assert.Equal(
            ["removed.clusters[0]' north", "removed.clusters[1]' west"],
            steps.To(EastAlone).Select(n => n[n.IndexOf("removed.", StringComparison.Ordinal)..])
        );
        steps.To("meshstack:removed: {clusters: [north]}\n" + Both);
        Assert.Equal(
            ["removed.namespaces[0]' west/cart", "removed.namespaces[1]' west/shop"],
            steps
                .To(Both.Replace(", namespaces: {shop: {}, cart: {}}", "", StringComparison.Ordinal))
                .Select(n => n[n.IndexOf("removed.", StringComparison.Ordinal)..])
        );
    }

    [Fact]
    public void ANamespaceThatGoesWithItsClusterIsNamed()
    {
        using var steps = new Steps();
        steps.To(Both.Replace("cart: {}", "cart: {deleteWithMesh: true}", StringComparison.Ordinal));
        Assert.Contains("Of these, cart would go with all that is in them. If that is meant: ", Assert.Single(steps.To(EastAlone)));
        Assert.Contains(
            "Warning: west: namespace cart of it is deleted with all that is in it",
            steps.To("meshstack:removed: {clusters: [west]}\n" + EastAlone)
        );
    }

    [Fact]
    public void AClusterOfTheSameContextWasRenamed()
    {
        using var steps = new Steps();
        steps.To(Both);
        var renamed = Both.Replace("west: {context: w,", "wild: {context: w,", StringComparison.Ordinal);
        Assert.EndsWith(". If it is called wild now: renamedFrom: west there", Assert.Single(steps.To(renamed)));

        // What comes is made before what goes is deleted.
        Assert.Contains(
            "Refused: west: goes away while wild comes, in what looks like the same cluster: everything would be made "
                + "a second time where it "
                + "is, and fail. If it is the same cluster: renamedFrom: west at wild, and nothing under removed. If not: an update "
                + "without wild first",
            steps.To("meshstack:removed: {clusters: [west]}\n" + renamed)
        );
        Assert.Equal(
            [
                "ToDo: wild: restart all workloads, gateways included: before renamedFrom goes, because until then their proxies call the "
                    + "cluster by its former name, which istiod takes for the new one as long as renamedFrom stands there; they are 'west' "
                    + "until then, and that alias can go afterwards; network from west to wild, and their proxies know the old one: "
                    + "kubectl --context w --namespace cart rollout restart deployment,statefulset,daemonset, and the same with "
                    + "--namespace shop",
            ],
            steps.To(
                "meshstack:istio: {trustDomainAliases: [west]}\n"
                    + renamed.Replace("wild: {context: w,", "wild: {context: w, renamedFrom: west,", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void ANamespaceThatIsMissingIsAskedFor()
    {
        using var steps = new Steps();
        steps.To(Both);
        Assert.Equal(
            [
                "Refused: west: namespace cart leaves the definition: it would stay in the cluster, and what MeshStack made in it "
                    + "would go. "
                    + "If that is meant: pulumi config set --stack test --path 'meshstack:removed.namespaces[0]' west/cart",
            ],
            steps.To(WithoutCart)
        );
        Assert.Equal(
            ["ToDo: west: namespace cart stays, with its labels: kubectl --context w delete namespace cart, once nothing in it is needed"],
            steps.To("meshstack:removed: {namespaces: [west/cart]}\n" + WithoutCart)
        );
    }

    [Fact]
    public void ANamespaceThatGoesWithTheMeshIsDeletedOnceThatIsSaid()
    {
        using var steps = new Steps();
        steps.To(Both);
        Assert.Equal(
            [
                "Warning: west: namespace cart is deleted with all that is in it from now on, when it leaves the definition or the "
                    + "stack is "
                    + "destroyed",
            ],
            steps.To(Both.Replace("cart: {}", "cart: {deleteWithMesh: true}", StringComparison.Ordinal))
        );
        Assert.Equal(
            [
                "Refused: west: namespace cart leaves the definition, and would be deleted with all that is in it. If that is "
                    + "meant: pulumi "
                    + "config set --stack test --path 'meshstack:removed.namespaces[0]' west/cart",
            ],
            steps.To(WithoutCart)
        );
        Assert.Equal(
            [
                "Refused: west: namespace cart would be deleted with all that is in it, because it is existing: true from now on and the "
                    + "engine lets go of the one that it made. In two steps: run pulumi up without existing and without deleteWithMesh, "
                    + "while west is reachable, after which it stays, and then with existing: true",
            ],
            steps.To(Both.Replace("cart: {}", "cart: {existing: true}", StringComparison.Ordinal))
        );
        Assert.Equal(
            ["Warning: west: namespace cart is deleted with all that is in it"],
            steps.To("meshstack:removed: {namespaces: [west/cart]}\n" + WithoutCart)
        );
    }

    [Fact]
    public void SomebodyElsesNamespaceIsLetGoAndTakenOver()
    {
        using var steps = new Steps();
        var patched = Both.Replace("cart: {}", "cart: {existing: true}", StringComparison.Ordinal);
        steps.To(Both);
        Assert.Empty(steps.To(patched));
        Assert.Equal(
            [
                "Refused: west: namespace cart is there already, and could not be made: existing: true, or adoptExisting: true at west for "
                    + "one update, which takes it over",
            ],
            steps.To(Both)
        );
        Assert.Empty(steps.To(Both.Replace("west: {", "west: {adoptExisting: true, ", StringComparison.Ordinal)));
        steps.To(patched);
        Assert.Equal(
            [
                "Refused: west: namespace cart leaves the definition: it would lose what MeshStack labelled it with, so that pods "
                    + "which start "
                    + "from then on have no sidecar, and no policy of the mesh holds for them. If that is meant: pulumi config set "
                    + "--stack test --path 'meshstack:removed.namespaces[0]' west/cart",
            ],
            steps.To(WithoutCart)
        );
        Assert.Equal(
            [
                "Warning: west: namespace cart loses what MeshStack labelled it with, so that pods which start from then on have no "
                    + "sidecar, "
                    + "and no policy of the mesh holds for them",
            ],
            steps.To("meshstack:removed: {namespaces: [west/cart]}\n" + WithoutCart)
        );
    }

    /// <summary>Whoever calls from outside has its address.</summary>
    [Fact]
    public void AGatewayThatLeavesIsNamed()
    {
        using var steps = new Steps();
        const string Gateways = "meshstack:gateways: {eastWest: {}, ingress: {}}\n";
        steps.To(Gateways + EastAlone);
        Assert.Equal(
            [
                "Warning: east: gateway istio-ingress/istio-ingressgateway leaves the definition: it is deleted with its "
                    + "Service, and so is "
                    + "the address of its load balancer (pulumi stack output gateways), which whoever calls there still has; a gateway "
                    + "that comes later gets another one",
            ],
            steps.To("meshstack:gateways: {eastWest: {}}\n" + EastAlone).Where(n => n.Contains("gateway ", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(steps.To(Gateways + EastAlone), n => n.Contains("gateway ", StringComparison.Ordinal));
    }

    /// <summary>Something else may write the secret, or nothing.</summary>
    [Fact]
    public void ACaThatLeavesAClusterIsRefused()
    {
        using var steps = new Steps();
        const string Provided =
            "meshstack:trust: {rootCertificate: {config: r}}\nmeshstack:clusters:\n  east: {context: e, ca: "
            + "{certificate: {config: c}, privateKey: {config: k}}}\n  west: {context: w, ca: {certificate: {config: d}, privateKey: "
            + "{config: l}}}";
        steps.To(Provided);
        Assert.Equal(
            [
                "Refused: west: its CA leaves the definition: the secret cacerts would be deleted, and its istiod would sign with a "
                    + "root of its "
                    + "own from its next start on, which nobody else trusts. If something else writes that secret from now on: "
                    + "pulumi state "
                    + "delete with the URN of the secret (pulumi stack --show-urns), which leaves it where it is",
            ],
            steps.To(Provided[..Provided.LastIndexOf(", ca:", StringComparison.Ordinal)] + "}")
        );
        Assert.Empty(steps.To(Provided));
    }
}
