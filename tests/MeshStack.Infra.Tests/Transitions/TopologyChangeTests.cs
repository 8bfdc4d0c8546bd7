namespace MeshStack.Infra.Tests.Transitions;

/// <summary>Clusters that were apart find each other's services, and back, without workloads losing their identity.</summary>
public sealed class TopologyChangeTests
{
    private const string Aliases = "meshstack:istio: {trustDomainAliases: [east, west]}\n";

    [Fact]
    public void IdentitiesChangeByWayOfAliases()
    {
        using var steps = new Steps();
        steps.To(Mesh("federated"));
        Assert.Equal(
            [
                "Refused: east: trust domain from 'east' to 'cluster.local': workloads show the old one until they are restarted, and "
                    + "east and west would deny them; keep it (trustDomain: east), or make it an alias for that time (meshstack:istio: "
                    + "{trustDomainAliases: [east]})",
                "Refused: west: trust domain from 'west' to 'cluster.local': workloads show the old one until they are restarted, and "
                    + "east and west would deny them; keep it (trustDomain: west), or make it an alias for that time (meshstack:istio: "
                    + "{trustDomainAliases: [west]})",
                "Warning: topology: from federated to multi-primary: services of other clusters get other hosts, so callers have to be "
                    + "changed with it; preview lists the hosts under which they find them",
            ],
            steps.To(Mesh("multi-primary"))
        );
        Assert.Equal(
            [
                "Warning: topology: from federated to multi-primary: services of other clusters get other hosts, so callers have to be "
                    + "changed with it; preview lists the hosts under which they find them",
                "ToDo: east: restart all workloads, gateways included: they are 'east' until then, and that alias can go "
                    + "afterwards: kubectl --context e --namespace istio-system rollout restart deployment istio-eastwestgateway",
                "ToDo: west: restart all workloads, gateways included: they are 'west' until then, and that alias can go "
                    + "afterwards: kubectl --context w --namespace istio-system rollout restart deployment istio-eastwestgateway",
            ],
            steps.To(Aliases + Mesh("multi-primary"))
        );
        Assert.Empty(steps.To(Mesh("multi-primary")));
    }

    [Fact]
    public void AClusterThatGivesUpItsControlPlaneRestartsItsWorkloads()
    {
        using var steps = new Steps();
        steps.To(Mesh("multi-primary"));
        Assert.Contains(
            "Warning: west: served by the istiod of east in place of west's: restart all workloads, whose proxies call the old one; "
                + "until then their configuration stands still",
            steps.To(Mesh("primary-remote"))
        );
    }

    [Fact]
    public void AControlPlaneInAnotherNamespaceIsAnotherInstallation()
    {
        using var steps = new Steps();
        steps.To(Mesh("primary-remote"));
        Assert.Contains(
            "Refused: west: its control plane moves from namespace istio-system to external-istiod, where Helm could not take over the "
                + "CRDs of the one that is there: remove the cluster from the mesh, and add it again",
            steps.To(Mesh("external-control-plane"))
        );
    }

    [Fact]
    public void APrimaryDoesNotLeaveBeforeThoseThatItServes()
    {
        using var steps = new Steps();
        steps.To(Mesh("primary-remote"));
        Assert.Contains(
            "Refused: east: goes away with the istiod that serves west: let another cluster serve it first",
            steps.To("meshstack:trust: {generated: {}}\nmeshstack:clusters:\n  west: {context: w}")
        );
    }

    /// <summary>Below 1.30.4 an istiod loses the endpoints of a cluster whose remote secret changes: istio/istio#61043.</summary>
    [Theory]
    [InlineData(
        "multi-primary",
        "1.30.3",
        "Refused: west: apiServer from https://10.0.0.2:6443 to https://10.0.0.9:6443: that is another remote secret in east, whose "
            + "istiod 1.30.3 loses all endpoints of west when one changes (istio/istio#61043); upgrade east to 1.30.4 or newer first, "
            + "with the old address"
    )]
    [InlineData(
        "primary-remote",
        "1.30.2",
        "Refused: west: apiServer from https://10.0.0.2:6443 to https://10.0.0.9:6443: that is another remote secret in east, whose "
            + "istiod 1.30.2 loses all endpoints of west when one changes (istio/istio#61043); upgrade east to 1.30.4 or newer first, "
            + "with the old address"
    )]
    [InlineData("multi-primary", "1.30.4", null)]
    [InlineData("multi-primary", "1.31.0", null)]
    [InlineData("federated", "1.30.3", null)]
    public void CredentialsOfAClusterStayWhileAnOldIstiodReadsIt(string topology, string version, string? expected)
    {
        using var steps = new Steps();
        var istio = $"meshstack:istio: {{version: {version}}}\n";
        steps.To(istio + Mesh(topology));
        Assert.Equal(
            expected is null ? [] : [expected],
            steps
                .To(istio + Mesh(topology).Replace("10.0.0.2", "10.0.0.9", StringComparison.Ordinal))
                .Where(n => n.Contains("apiServer", StringComparison.Ordinal))
        );
    }

    /// <summary>The istiod that a cluster hosts for others has the version of those others.</summary>
    [Theory]
    [InlineData(
        "1.31.4",
        "1.30.3",
        "Refused: west: apiServer from https://10.0.0.2:6443 to https://10.0.0.9:6443: that is another remote secret in east, whose "
            + "istiod 1.30.3 loses all endpoints of west when one changes (istio/istio#61043); upgrade west to 1.30.4 or newer first, "
            + "with the old address"
    )]
    [InlineData("1.30.3", "1.31.4", null)]
    public void AHostedIstiodHasTheVersionOfThoseThatItServes(string hosting, string served, string? expected)
    {
        using var steps = new Steps();
        var mesh = Mesh("external-control-plane")
            .Replace("context: e,", $"context: e, istio: {{version: {hosting}}},", StringComparison.Ordinal)
            .Replace("context: w,", $"context: w, istio: {{version: {served}}},", StringComparison.Ordinal);
        steps.To(mesh);
        Assert.Equal(
            expected is null ? [] : [expected],
            steps
                .To(mesh.Replace("10.0.0.2", "10.0.0.9", StringComparison.Ordinal))
                .Where(n => n.Contains("apiServer", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void ANewIstiodInTheSameStepDoesNotHelpTheOneThatRuns()
    {
        using var steps = new Steps();
        steps.To("meshstack:istio: {version: 1.30.3}\n" + Mesh("multi-primary"));
        var moved = Mesh("multi-primary").Replace("10.0.0.2", "10.0.0.9", StringComparison.Ordinal);
        Assert.Contains(
            steps.To("meshstack:istio: {version: 1.30.8}\n" + moved),
            n => n.StartsWith("Refused: west: apiServer", StringComparison.Ordinal)
        );
        steps.To("meshstack:istio: {version: 1.30.8}\n" + Mesh("multi-primary"));
        Assert.DoesNotContain(
            steps.To("meshstack:istio: {version: 1.30.8}\n" + moved),
            n => n.StartsWith("Refused", StringComparison.Ordinal)
        );
    }

    private static string Mesh(string topology) =>
        $$$"""
            meshstack:topology: {{{topology}}}
            meshstack:trust: {generated: {}}
            meshstack:gateways: {eastWest: {}}
            meshstack:clusters:
              east: {context: e, apiServer: "https://10.0.0.1:6443", externalIstiod: {host: istiod.example.com, credentialName: istiod}}
              west: {context: w, apiServer: "https://10.0.0.2:6443"}
            """;
}
