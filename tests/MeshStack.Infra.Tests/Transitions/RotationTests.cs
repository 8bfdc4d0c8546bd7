namespace MeshStack.Infra.Tests.Transitions;

/// <summary>A root is replaced without an outage, one phase after the other.</summary>
public sealed class RotationTests
{
    private const string Clusters = "\nmeshstack:clusters:\n  east: {context: e}\n  west: {context: w}";

    [Fact]
    public void EveryPhaseSaysWhatIsSafeNext()
    {
        using var steps = new Steps();
        Assert.Empty(steps.To("meshstack:trust: {generated: {}}" + Clusters));
        Assert.Equal(
            ["ToDo: trust: all workloads trust both roots once their proxies have them (a day, or a restart); then phase switch is safe"],
            steps.To("meshstack:trust: {generated: {root: 2}, rotation: {from: 1, phase: prepare}}" + Clusters)
        );
        Assert.Equal(
            [
                "Warning: trust: phase switch is safe only where every proxy has both roots already: prepare was a day ago, or its "
                    + "workload "
                    + "was restarted since",
                "ToDo: trust: workloads get certificates of the new root within a day, or at a restart; then phase retire is safe",
            ],
            steps.To("meshstack:trust: {generated: {root: 2}, rotation: {from: 1, phase: switch}}" + Clusters)
        );
        Assert.Equal(
            [
                "Warning: trust: phase retire is safe only where no certificate of the old root is in use any more: switch was a "
                    + "day ago, or "
                    + "all workloads and gateways were restarted since",
                "ToDo: trust: nothing trusts the old root any more; rotation can be removed from the definition, with generation 2 as "
                    + "the root",
            ],
            steps.To("meshstack:trust: {generated: {root: 2}, rotation: {from: 1, phase: retire}}" + Clusters)
        );
        Assert.Empty(steps.To("meshstack:trust: {generated: {root: 2}}" + Clusters));
    }

    [Theory]
    [InlineData("{generated: {root: 2}}", "another root at once")]
    [InlineData("{generated: {root: 2}, rotation: {from: 1, phase: switch}}", "no prepare")]
    [InlineData("{generated: {root: 2}, rotation: {from: 1, phase: retire}}", "neither prepare nor switch")]
    public void AJumpIsRefusedAndThePhaseThatIsSafeIsNamed(string trust, string because)
    {
        using var steps = new Steps();
        steps.To("meshstack:trust: {generated: {}}" + Clusters);
        var notice = Assert.Single(steps.To("meshstack:trust: " + trust + Clusters));
        Assert.StartsWith("Refused: trust: from steady (root generation 1) to ", notice, StringComparison.Ordinal);
        Assert.True(
            notice.EndsWith("; safe next: prepare (from root generation 1 to generation 2)", StringComparison.Ordinal),
            $"{because}: {notice}"
        );
    }

    [Fact]
    public void ARotationThatIsOnlyPreparedCanBeTakenBack()
    {
        using var steps = new Steps();
        steps.To("meshstack:trust: {generated: {}}" + Clusters);
        steps.To("meshstack:trust: {generated: {root: 2}, rotation: {from: 1, phase: prepare}}" + Clusters);
        Assert.DoesNotContain(
            steps.To("meshstack:trust: {generated: {}}" + Clusters),
            n => n.StartsWith("Refused", StringComparison.Ordinal)
        );
    }

    /// <summary>Without a CA of its own each istiod makes a root.</summary>
    [Fact]
    public void ARootDoesNotLeaveTheDefinition()
    {
        const string Alone = "meshstack:clusters:\n  east: {context: e}";
        using var steps = new Steps();
        steps.To("meshstack:trust: {generated: {}}\n" + Alone);
        Assert.Equal(
            [
                "Refused: trust: root generation 1 leaves the definition: istiod of east would sign with another root, and calls between "
                    + "workloads with certificates of before and after would fail: keep meshstack:trust. Without it a mesh has to be made "
                    + "anew, after pulumi destroy",
            ],
            steps.To(Alone)
        );
        Assert.StartsWith(
            "Refused: trust: root generation 1 leaves the definition: something else would sign with another root",
            Assert.Single(steps.To("meshstack:trust: {rootCertificate: {config: root}}\n" + Alone)),
            StringComparison.Ordinal
        );
    }

    /// <summary>It may be the same root, whoever signs with it.</summary>
    [Fact]
    public void AGivenRootMayBeSomebodyElsesToSignWith()
    {
        const string Elsewhere = "meshstack:trust: {rootCertificate: {config: root}}\nmeshstack:clusters:\n  east: {context: e}";
        const string Given =
            "meshstack:trust: {rootCertificate: {config: root}}\nmeshstack:clusters:\n"
            + "  east: {context: e, ca: {certificate: {config: c}, privateKey: {config: k}}}";
        using var steps = new Steps();
        steps.To(Given);
        Assert.Contains(
            "Warning: trust: something else signs in place of root root: unless its root is the same, calls between workloads with "
                + "certificates of before and after fail until all are restarted",
            steps.To(Elsewhere)
        );
        Assert.Equal(
            [
                "Warning: trust: root root comes in place of the one that each istiod made or something else signs with: unless "
                    + "that is the "
                    + "same, calls between workloads with certificates of before and after fail until all are restarted",
            ],
            steps.To(Given)
        );
    }

    [Fact]
    public void GivenRootsRotateByTheKeysThatHoldThem()
    {
        const string Members =
            "\nmeshstack:clusters:\n  east: {context: e, ca: {certificate: {config: c}, privateKey: {config: k}}}\n  west: {context: w}";
        using var steps = new Steps();
        steps.To("meshstack:trust: {rootCertificate: {config: rootA}}" + Members);
        var jump = Assert.Single(steps.To("meshstack:trust: {rootCertificate: {config: rootB}}" + Members));
        Assert.Contains("root rootB would sign, which workloads do not trust yet", jump, StringComparison.Ordinal);
        Assert.Contains(
            "then phase switch is safe",
            Assert.Single(
                steps.To(
                    "meshstack:trust: {rootCertificate: {config: rootA}, nextRootCertificate: {config: rootB}, rotation: {phase: prepare}}"
                        + Members
                )
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "then phase retire is safe",
            string.Join(
                "\n",
                steps.To(
                    "meshstack:trust: {rootCertificate: {config: rootB}, previousRootCertificate: {config: rootA}, rotation: {phase: "
                        + "switch}}"
                        + Members
                )
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "nothing trusts the old root",
            string.Join("\n", steps.To("meshstack:trust: {rootCertificate: {config: rootB}, rotation: {phase: retire}}" + Members)),
            StringComparison.Ordinal
        );
        Assert.Empty(steps.To("meshstack:trust: {rootCertificate: {config: rootB}}" + Members));
    }
}
