using MeshStack.Infra.Tests.Definition;
using MeshStack.Preview;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>While one's own roots are rotated, calls between federated clusters go on, and the preview can see that they do.</summary>
public sealed class OwnRootRotationTests
{
    private const string Invariants = "kind: Invariants\nalways:\n  - {from: west/cart/*, to: web, method: GET, path: /items}\n";

    [Theory]
    [InlineData("rootCertificate: {config: old}", "old")]
    [InlineData("rootCertificate: {config: old}, nextRootCertificate: {config: new}, rotation: {phase: prepare}", "old new")]
    [InlineData("rootCertificate: {config: new}, previousRootCertificate: {config: old}, rotation: {phase: switch}", "old new")]
    [InlineData("rootCertificate: {config: new}, rotation: {phase: retire}", "new")]
    public async Task EveryPhaseKeepsWhatMustAlwaysHold(string trust, string roots)
    {
        using var project = Project(trust);
        var preview = StackPreview.Run(project.Root, "test");
        Assert.Empty(preview.Findings);
        foreach (var (cluster, peer) in new[] { ("east", "west"), ("west", "east") })
        {
            Assert.Equal(roots.Split(' ').Select(r => ($"${{config.{r}}}", peer)), CaCertificates(preview, cluster));
        }
    }

    /// <summary>Who keeps a certificate secret hides the certificate, and not which trust domains it vouches for.</summary>
    [Fact]
    public async Task ASecretRootHidesOnlyItself()
    {
        using var project = Project(
            "rootCertificate: {config: old}, nextRootCertificate: {config: new}, rotation: {phase: prepare}",
            "\n  meshstack:new: {secure: AAAB}"
        );
        var preview = StackPreview.Run(project.Root, "test");
        Assert.Empty(preview.Findings);
        Assert.Equal([("${config.old}", "west"), ("[secret]", "west")], CaCertificates(preview, "east"));
    }

    private static SampleProject Project(string trust, string more = "")
    {
        var project = new SampleProject();
        var ca = ", ca: {certificate: {config: crt}, privateKey: {config: key}}}";
        project.Write(
            "Pulumi.test.yaml",
            SampleProject
                .Stack.Replace("    rootCertificate: {config: root}\n", "", StringComparison.Ordinal)
                .Replace("meshstack:trust:", $"meshstack:trust: {{{trust}}}", StringComparison.Ordinal)
                .Replace("east:\n      context: kind-east", "east: {context: kind-east" + ca, StringComparison.Ordinal)
                .Replace("west:\n      context: kind-west", "west: {context: kind-west" + ca, StringComparison.Ordinal) + more
        );
        project.Write("infra/mesh/test/invariants.yaml", Invariants);
        return project;
    }

    private static IEnumerable<(string Pem, string Domain)> CaCertificates(StackPreview preview, string cluster)
    {
        var istiod = preview.Recording.HelmReleases.Single(r => r.Cluster == cluster && r.Name == "istiod");
        var entries = (IReadOnlyList<object?>)((IReadOnlyDictionary<string, object?>)istiod.Values["meshConfig"]!)["caCertificates"]!;
        return entries
            .Cast<IReadOnlyDictionary<string, object?>>()
            .Select(e => (((string)e["pem"]!).Trim(), (string)((IReadOnlyList<object?>)e["trustDomains"]!).Single()!));
    }
}
