using System.Xml.Linq;

namespace Repository.Tests.Architecture;

/// <summary>What a native program needs of its projects.</summary>
public sealed class NativeTests
{
    /// <summary>Settings are found by reflection: their assembly may lose nothing.</summary>
    [Fact]
    public void TheAssemblyOfTheSettingsIsKeptWhole() =>
        Assert.Contains(
            "MeshStack.Definition",
            XDocument
                .Load(Checkout.Path("cli", "MeshStack.Cli.csproj"))
                .Descendants("TrimmerRootAssembly")
                .Attributes("Include")
                .Select(a => a.Value)
        );

    /// <summary>The compiler says of each of them what native code could not do.</summary>
    [Theory]
    [InlineData("analysis/MeshStack.Analysis.csproj")]
    [InlineData("cli/MeshStack.Cli.csproj")]
    [InlineData("definition/MeshStack.Definition.csproj")]
    [InlineData("manifests/MeshStack.Manifests.csproj")]
    [InlineData("preview/MeshStack.Preview.csproj")]
    [InlineData("rendering/MeshStack.Rendering.csproj")]
    public void EveryProjectOfTheCommandLineIsCheckedForNativeCode(string project) =>
        Assert.Equal("true", XDocument.Load(Checkout.Path(project.Split('/'))).Descendants("IsAotCompatible").Single().Value);
}
