namespace Repository.Tests.Solution;

/// <summary>What <c>dotnet build</c> and <c>dotnet test</c> take in.</summary>
public sealed class SolutionTests
{
    /// <summary>These are built from outside: by users' feeds, and to ask whether there are packages.</summary>
    private static readonly string[] Apart = ["build/PulumiSdk.Probe/PulumiSdk.Probe.csproj", "samples/TwoClusters/TwoClusters.csproj"];

    /// <summary>A test project that the solution does not name would never run.</summary>
    [Fact]
    public async Task EveryProjectIsInTheSolution()
    {
        var here = new Command(Checkout.Root);
        var tracked = (await here.GitAsync("ls-files", "*.csproj")).Split('\n');
        var listed = (await here.OutputAsync("dotnet", "sln", "MeshStack.sln", "list")).Split('\n');
        Assert.Equal(
            tracked.Except(Apart).Order(StringComparer.Ordinal),
            listed.Where(l => l.EndsWith(".csproj", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
    }
}
