using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Hosting;
using MeshStack.Offline;
using MeshStack.Preview;
using MeshStack.Preview.Access;
using MeshStack.Rendering;
using MeshStack.ToyKind.Tests.Toys;
using Xunit;

namespace MeshStack.ToyKind.Tests;

/// <summary>Whoever reads a plan knows a kind that was not written for it.</summary>
public sealed class ToyEverywhereTests : IDisposable
{
    private readonly ToyProject _project = new();

    public ToyEverywhereTests() =>
        _project.Write(
            """
            kind: Toy
            name: bear
            cluster: east
            namespace: shop
            colour: green
            """
        );

    [Fact]
    public void ItIsRendered()
    {
        var folder = Directory.CreateTempSubdirectory("meshstack-").FullName;
        try
        {
            var files = Renderer.Write(StackComposition.Compose(_project.Load()).Recording, folder);
            var file = Assert.Single(files, f => f.EndsWith("/shop/authorizationpolicy-bear.yaml", StringComparison.Ordinal));
            Assert.Contains("  action: DENY\n", File.ReadAllText(Path.Combine(folder, file)), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task ItIsRegisteredUnderAComponentOfItsOwn()
    {
        var options = new OfflineOptions
        {
            Project = "meshstack",
            Config = new Dictionary<string, string> { ["meshstack:root"] = "${config.root}" },
        };
        var recording = await OfflineStack.RunAsync(options, () => MeshProgram.Compose(_project.Load()));
        var policy = Assert.Single(recording.Resources, r => r.Id.Name == "bear-closed");
        Assert.Equal("meshstack:index:Toy 'bear'", policy.Component.ToString());
        Assert.Equal("east", policy.Cluster);
    }

    [Theory]
    [InlineData("/items/green", true)]
    [InlineData("/green/1", false)]
    public void AccessAnswersForIt(string path, bool open)
    {
        var widened = _project.Load();
        var access = Assert.Single(widened.Accesses);
        widened = widened.Replacing(
            access,
            access with
            {
                Args = access.Args with { Access = [new() { Methods = ["GET"], Paths = ["/*"] }] },
            }
        );
        var snapshot = MeshSnapshot.Of(StackComposition.Compose(widened));
        var request = new Request
        {
            Host = "web.shop.east",
            Port = 80,
            Method = "GET",
            Path = path,
        };
        var verdict = AccessEvaluator.Evaluate(snapshot, new Caller.InMesh("west", "cart", "checkout"), request);
        Assert.Equal(open, verdict is Verdict.Allowed);
        Assert.Equal(!open, verdict.Because.Any(cause => cause is { Kind: "AuthorizationPolicy", Name: "bear" }));
    }

    /// <summary>Whatever is wrong with its object is said at its document.</summary>
    [Fact]
    public void ItsComponentHasItsPlace()
    {
        var component = Assert.Single(
            StackComposition.Compose(_project.Load()).Recording.Resources,
            r => r.Id.Type == "meshstack:index:Toy"
        );
        Assert.Equal($"{ToyProject.File}:1", $"{component.Sources.Single().File}:{component.Sources.Single().Line}");
    }

    public void Dispose() => _project.Dispose();
}
