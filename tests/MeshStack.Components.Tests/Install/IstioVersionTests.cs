namespace MeshStack.Components.Tests.Install;

public sealed class IstioVersionTests
{
    [Theory]
    [InlineData("1.30.8", "1.31.4")]
    [InlineData("1.31.4", "1.30.8")]
    [InlineData("1.29.6", "1.30.8")]
    [InlineData("1.30.3", "1.30.8")]
    public void OneMinorVersionIsOneStep(string from, string to) => Assert.Null(IstioVersion.CheckUpgrade(from, to));

    [Theory]
    [InlineData("1.29.6", "1.31.4", "from 1.29.6 to 1.31.4 skips a minor version: go by way of 1.30.8")]
    [InlineData("1.28.1", "1.31.4", "from 1.28.1 to 1.31.4 skips a minor version: go by way of the newest 1.29, then 1.30.8")]
    [InlineData("1.32.0", "1.30.8", "from 1.32.0 to 1.30.8 goes back by more than one minor version: go by way of 1.31.4")]
    [InlineData("1.31.4", "2.0.0", "from 1.31.4 to 2.0.0: another major version is another mesh")]
    [InlineData("latest", "1.31.4", "'latest' is not a version of Istio, such as 1.31.4")]
    public void ALongerWayIsNamed(string from, string to, string expected) =>
        Assert.Equal(expected, IstioVersion.CheckUpgrade(from, to)!.Message);

    [Theory]
    [InlineData("1.30.8", "1.31.9", false)]
    [InlineData("1.30.8", "1.32", true)]
    [InlineData("1.31.4", "v1.36.2", true)]
    [InlineData("1.31.4", "1.37", false)]
    [InlineData("1.32.0", "1.32.0", true)]
    [InlineData("1.32.0", "soon", false)]
    public void AReleaseKnowsItsKubernetes(string istio, string kubernetes, bool expected) =>
        Assert.Equal(expected, IstioVersion.Releases.Single(r => r.Version == istio).Supports(kubernetes));

    [Fact]
    public void TheDefaultIsSupported() => Assert.Contains(IstioVersion.Default, IstioVersion.Supported);

    [Theory]
    [InlineData("1.30.8")]
    [InlineData("1.31.1")]
    [InlineData("1.31.4")]
    [InlineData("1.32.0")]
    public void PatchesWithoutKnownFlawsAreTakenWithoutAWord(string version) => Assert.Empty(IstioVersion.Problems("version", version));

    [Theory]
    [InlineData(
        "1.29.6",
        "'1.29.6' cannot be installed: Istio 1.29 has ended, and nobody mends its security flaws any more; allowed: a patch of 1.30 "
            + "(newest 1.30.8), 1.31 (newest 1.31.4), 1.32 (newest 1.32.0)"
    )]
    [InlineData(
        "1.33.0",
        "'1.33.0' cannot be installed: this MeshStack does not know it; allowed: a patch of 1.30 (newest 1.30.8), 1.31 (newest 1.31.4), "
            + "1.32 (newest 1.32.0)"
    )]
    [InlineData(
        "1.31",
        "'1.31' cannot be installed: its patch is missing; allowed: a patch of 1.30 (newest 1.30.8), 1.31 (newest 1.31.4), 1.32 (newest "
            + "1.32.0)"
    )]
    [InlineData("v1.31.4", "'v1.31.4' is not a version of Istio, such as 1.31.4")]
    public void OtherVersionsAreRefused(string version, string expected)
    {
        var problem = Assert.Single(IstioVersion.Problems("version", version));
        Assert.Equal((ProblemSeverity.Error, expected), (problem.Severity, problem.Message));
    }

    [Theory]
    [InlineData("1.31.9", "1.31.9 is newer than 1.31.4, the newest 1.31 that this MeshStack was checked against")]
    [InlineData(
        "1.30.4",
        "1.30.4 has known security flaws: remote secrets in istioctl (istioctl analyze runs programs that a remote secret names; fixed "
            + "in 1.30.5): use 1.30.8"
    )]
    public void QuestionablePatchesAreWarnedOf(string version, string expected)
    {
        var problem = Assert.Single(IstioVersion.Problems("version", version));
        Assert.Equal((ProblemSeverity.Warning, expected), (problem.Severity, problem.Message));
    }

    /// <summary>API servers with older CRDs drop the trust domains of policies.</summary>
    [Theory]
    [InlineData("1.30.0")]
    [InlineData("1.30.1")]
    public void APatchThatWidensPoliciesIsRefused(string version)
    {
        var problem = Assert.Single(IstioVersion.Problems("version", version));
        Assert.Equal(
            (
                ProblemSeverity.Error,
                $"'{version}' cannot be installed: its API server drops the trust domains of an AuthorizationPolicy without a word, and "
                    + "so lets in more than was written; allowed: 1.30.2 and newer (newest 1.30.8)"
            ),
            (problem.Severity, problem.Message)
        );
    }

    [Theory]
    [InlineData("1.30.0", "ISTIO-SECURITY-2026-004", "ISTIO-SECURITY-2026-006")]
    [InlineData("1.30.2", "ISTIO-SECURITY-2026-005", "ISTIO-SECURITY-2026-006")]
    [InlineData("1.30.3", "ISTIO-SECURITY-2026-006", "GHSA-qm8v-g4f9-qhjx")]
    [InlineData("1.31.0", "GHSA-qm8v-g4f9-qhjx", "request forgery by jwksUri")]
    public void BulletinsAreFoundByVersion(string version, params string[] expected) =>
        Assert.Superset(expected.ToHashSet(), SecurityBulletin.For(version).Select(b => b.Id).ToHashSet());

    [Fact]
    public void EveryBulletinIsAboutAVersionThatCanBeInstalled() =>
        Assert.All(
            SecurityBulletin.All,
            b =>
            {
                Assert.True(IstioVersion.IsBefore(b.First, b.FixedIn), b.Id);
                Assert.Equal(0, IstioVersion.MinorsBetween(b.First, b.FixedIn));
                Assert.Contains(IstioVersion.Supported, newest => IstioVersion.MinorsBetween(newest, b.FixedIn) == 0);
                Assert.StartsWith("https://istio.io/latest/news/", b.Source, StringComparison.Ordinal);
            }
        );
}
