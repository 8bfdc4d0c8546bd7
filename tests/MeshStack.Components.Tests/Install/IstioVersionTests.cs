namespace MeshStack.Components.Tests.Install;

public sealed class IstioVersionTests
{
    [Theory]
    [InlineData("1.29.6", "1.30.3")]
    [InlineData("1.30.3", "1.29.6")]
    [InlineData("1.30.0", "1.30.3")]
    public void OneMinorVersionIsOneStep(string from, string to) => Assert.Null(IstioVersion.CheckUpgrade(from, to));

    [Theory]
    [InlineData("1.28.5", "1.30.3", "from 1.28.5 to 1.30.3 skips a minor version: go by way of 1.29.6")]
    [InlineData("1.27.1", "1.30.3", "from 1.27.1 to 1.30.3 skips a minor version: go by way of the newest 1.28, then 1.29.6")]
    [InlineData("1.30.3", "1.28.0", "from 1.30.3 to 1.28.0 goes back by more than one minor version: go by way of 1.29.6")]
    [InlineData("1.30.3", "2.0.0", "from 1.30.3 to 2.0.0: another major version is another mesh")]
    [InlineData("latest", "1.30.3", "'latest' is not a version of Istio, such as 1.30.3")]
    public void ALongerWayIsNamed(string from, string to, string expected) => Assert.Equal(expected, IstioVersion.CheckUpgrade(from, to)!.Message);

    [Theory]
    [InlineData("1.29.6", "1.31", true)]
    [InlineData("1.29.6", "v1.35.2", true)]
    [InlineData("1.29.6", "1.36", false)]
    [InlineData("1.30.3", "1.31.9", false)]
    [InlineData("1.30.3", "1.32.0", true)]
    [InlineData("1.30.3", "1.36", true)]
    [InlineData("1.30.3", "1.37", false)]
    [InlineData("1.30.3", "soon", false)]
    public void AReleaseKnowsItsKubernetes(string istio, string kubernetes, bool expected)
        => Assert.Equal(expected, IstioVersion.Releases.Single(r => r.Version == istio).Supports(kubernetes));

    [Fact]
    public void TheDefaultIsSupported() => Assert.Contains(IstioVersion.Default, IstioVersion.Supported);
}
