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
        var tracked = (await new Command(Checkout.Root).GitAsync("ls-files", "*.csproj")).Split('\n');
        var named = (await new Command(Checkout.Root).OutputAsync("dotnet", "sln", "MeshStack.sln", "list")).Split('\n').Where(l => l.EndsWith(".csproj", StringComparison.Ordinal));
        Assert.Equal(tracked.Except(Apart).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
