using MeshStack.Definition.Planning;

namespace MeshStack.Definition.Tests.Mesh;

public sealed class PlannedTrustTests
{
    private static readonly MeshTrustSettings Provided = new()
    {
        Clusters =
        [
            new()
            {
                Name = "east",
                Certificate = "certificate",
                PrivateKey = "key",
            },
        ],
        Provided = new() { RootCertificate = "no root" },
    };

    [Fact]
    public void CertificatesThatAreGivenWaitForOneCheckOfAll()
    {
        var material = Material(Provided, out _);
        var ca = material.Clusters["east"];
        TextValue[] waiting = [ca.Certificate, ca.PrivateKey, ca.CertificateChain, ca.RootCertificate, .. material.RootCertificates];

        var check = Assert.Single(waiting.Select(text => text.Check).Distinct());

        Assert.NotNull(check);
        Assert.Equal(["no root", "certificate", "key"], check.Texts.Select(text => text.ToString()));
        Assert.Equal("trust", check.Component.Name);
        Assert.Same(check, material.RootBundle?.Check);
        Assert.Contains(check.Find(["no root", "certificate", "key"]), problem => problem.Path == "provided.rootCertificate");
        Assert.Empty(check.Find(["${config.root}", "${config.certificate}", "${config.key}"]));
    }

    [Fact]
    public void KeyThatIsGivenIsSecretAndCertificatesAreNot()
    {
        var ca = Material(Provided, out _).Clusters["east"];

        Assert.Equal((true, false, false), (ca.PrivateKey.IsSecret, ca.Certificate.IsSecret, ca.CertificateChain.IsSecret));
        Assert.Equal("certificate\nno root\n", ca.CertificateChain.Known);
    }

    [Fact]
    public void RotationMakesBothRootsAndProtectsTheOneThatSigns()
    {
        var material = Material(
            new()
            {
                Clusters = [new() { Name = "east" }],
                Generated = new() { Root = 2 },
                Rotation = new() { From = 1, Phase = RotationPhases.Prepare },
            },
            out var plan
        );

        Assert.Equal(["1", "2"], material.Roots.Select(root => root.Name));
        Assert.Equal("${trust-root-1.certPem}\n${trust-root-2.certPem}\n", material.RootBundle?.ToString());
        Assert.Equal("${trust-ca-1-east.certPem}\n${trust-root-1.certPem}\n", material.Clusters["east"].CertificateChain.ToString());
        Assert.Equal(
            ["trust-root-1-key", "trust-root-1"],
            plan.Resources.Where(resource => resource.Protect).Select(resource => resource.Key.Name)
        );
        Assert.Equal("prepare (from root 1 to 2)", material.State([])?.ToString());
        Assert.True(material.NeedsMultiRoot);
        Assert.Empty(plan.Checks);
    }

    [Fact]
    public void EndOfAGeneratedRootIsLookedAt()
    {
        Material(TwoPrimaries.Generated, out var plan);

        var check = Assert.Single(plan.Checks);

        Assert.Equal(["${trust-root-1.certPem}"], check.Texts.Select(text => text.ToString()));
        Assert.Empty(check.Find(["${trust-root-1.certPem}"]));
    }

    [Fact]
    public void ExternalRootIsCheckedAlone()
    {
        var material = Material(
            new()
            {
                Clusters = [],
                External = new() { RootCertificate = "no root" },
            },
            out _
        );

        Assert.Empty(material.Clusters);
        Assert.Contains(material.RootBundle?.Check?.Find(["no root"]) ?? [], problem => problem.Path == "external.rootCertificate");
    }

    private static TrustMaterial Material(MeshTrustSettings trust, out Plan plan)
    {
        plan = new();
        return TrustPlanner.Plan(plan.Component("MeshTrust", LogicalName.Of("trust")), trust);
    }
}
