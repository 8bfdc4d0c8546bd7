using Pulumi;

namespace MeshStack.Components.Tests.Trust;

public sealed class MeshTrustArgsTests
{
    [Fact]
    public void GoodArgsHaveNoProblem() => Assert.Empty(GeneratedTrustTests.Args().Problems());

    [Fact]
    public void ExactlyOneModeIsGiven()
    {
        Assert.Equal(
            ["generated: exactly one of generated, provided and external is required; given: none"],
            Problems(a => a.Generated = null)
        );
        Assert.Equal(
            ["external: exactly one of generated, provided and external is required; given: generated, external"],
            Problems(a => a.External = new())
        );
    }

    [Fact]
    public void ClustersHaveNamesOfTheirOwn()
    {
        Assert.Equal(["clusters: required: the clusters, each of which gets a CA"], Problems(a => a.Clusters = []));
        Assert.Equal(
            [
                "clusters[1].name: 'east' is there twice: a cluster has one CA",
                "clusters[2].name: 'East' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots)",
                "clusters[3].name: required",
            ],
            Problems(a => a.Clusters = [new() { Name = "east" }, new() { Name = "east" }, new() { Name = "East" }, new()])
        );
        Assert.Equal(
            [
                "clusters.east.revisions: '1.30' is not a DNS label (a-z, 0-9 and '-')",
                "clusters.east.dnsNames: 'a_b' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots)",
                "clusters.east.privateKey: only with provided: in the other modes nothing reads it",
            ],
            Problems(a =>
                a.Clusters = [
                    new()
                    {
                        Name = "east",
                        Revisions = ["1.30"],
                        DnsNames = ["a_b"],
                        PrivateKey = "hush",
                    },
                ]
            )
        );
    }

    [Fact]
    public void HoursFitIntoEachOther() =>
        Assert.Equal(
            [
                "generated.root: 0 is no generation; allowed: 1 and more",
                "generated.intermediateValidityHours: 200 is out of range; allowed: 1 to 100, the hours of the root",
                "generated.earlyRenewalHours: 200 is out of range; allowed: 0 to 199, less than the hours of an intermediate, which "
                    + "every update would issue anew otherwise",
            ],
            Problems(a =>
                a.Generated = new()
                {
                    Root = 0,
                    RootValidityHours = 100,
                    IntermediateValidityHours = 200,
                    EarlyRenewalHours = 200,
                }
            )
        );

    [Fact]
    public void AProvidedTrustIsComplete() =>
        Assert.Equal(
            [
                "clusters.east.certificate: required with provided: istiod fails on a partial set of certificates",
                "clusters.east.privateKey: required with provided: istiod fails on a partial set of certificates",
                "provided.rootCertificate: required: the root that the clusters' certificates chain to",
            ],
            Problems(a => (a.Generated, a.Provided, a.Clusters) = (null, new(), [new() { Name = "east" }]))
        );

    [Theory]
    [InlineData(
        1,
        1,
        "prepare",
        "rotation.from: 1 is no root to leave: generated.root is 1, and a rotation leads to a later generation; to start one: root: 2, "
            + "rotation: {from: 1, phase: prepare}"
    )]
    [InlineData(
        2,
        null,
        "prepare",
        "rotation.from: required with generated; allowed: 1 to 1, a generation before the root 2 that the rotation leads to"
    )]
    [InlineData(
        2,
        2,
        "switch",
        "rotation.from: 2 is no root to leave; allowed: 1 to 1, a generation before the root 2 that the rotation leads to"
    )]
    public void ARotationLeadsFromOneGenerationToALaterOne(int root, int? from, string phase, string problem) =>
        Assert.Equal(
            [problem],
            Problems(a => (a.Generated!.Root, a.Rotation) = (root, new() { From = from, Phase = TrustRotationPhase.Parse(phase) }))
        );

    [Theory]
    [InlineData(
        null,
        true,
        false,
        "provided.nextRootCertificate: only in phase prepare of a rotation; the phase is steady, there is no rotation"
    )]
    [InlineData(
        "prepare",
        false,
        false,
        "provided.nextRootCertificate: required in phase prepare of a rotation, in which both roots are trusted"
    )]
    [InlineData(
        "switch",
        false,
        false,
        "provided.previousRootCertificate: required in phase switch of a rotation, in which both roots are trusted"
    )]
    [InlineData("retire", false, true, "provided.previousRootCertificate: only in phase switch of a rotation; the phase is retire")]
    public void AProvidedRotationNamesTheOtherRootInItsPhase(string? phase, bool next, bool previous, string problem) =>
        Assert.Equal(
            [problem],
            Problems(a =>
            {
                a.Generated = null;
                a.Provided = new()
                {
                    RootCertificate = "root",
                    NextRootCertificate = next ? (Input<string>)"next" : null,
                    PreviousRootCertificate = previous ? (Input<string>)"previous" : null,
                };
                a.Clusters =
                [
                    new()
                    {
                        Name = "east",
                        Certificate = "certificate",
                        PrivateKey = "key",
                    },
                ];
                a.Rotation = phase is null ? null : new() { Phase = TrustRotationPhase.Parse(phase) };
            })
        );

    [Fact]
    public void AnExternalTrustRotatesByItself() =>
        Assert.Equal(
            ["rotation: has no place where something else issues the certificates: that is what changes the root"],
            Problems(a => (a.Generated, a.External, a.Rotation) = (null, new(), new() { Phase = TrustRotationPhase.Prepare }))
        );

    private static IEnumerable<string> Problems(Action<MeshTrustArgs> change) =>
        GeneratedTrustTests.Args(change).Problems().Select(p => $"{p.Path}: {p.Message}");
}
