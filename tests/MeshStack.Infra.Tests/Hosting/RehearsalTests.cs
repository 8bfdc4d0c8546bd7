using MeshStack.Analysis.Matrix;
using MeshStack.Hosting;
using MeshStack.Istio;
using MeshStack.Offline;
using MeshStack.Preview;
using MeshStack.Preview.Access;
using MeshStack.Registration;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack.Infra.Tests.Hosting;

/// <summary>What is found out about a program of somebody's own before the engine hears of it.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task AProgramThatIsRightIsToldOfInALine()
    {
        var rehearsal = await RunAsync(() => TwoClusters("/items*"));
        Assert.Null(rehearsal.BlockingReason);
        Assert.Empty(rehearsal.Warnings);
        Assert.Equal("looked at 11 objects before registering them", rehearsal.Summary);
    }

    /// <summary>It is the state that the same definition leads to, as far as a program says it.</summary>
    [Fact]
    public async Task TheStateThatAProgramLeadsToIsKnown()
    {
        var after = (await RunAsync(() => TwoClusters("/items*"))).After!;
        Assert.Equal(["east", "west"], after.Clusters.Keys);
        var east = after.Clusters["east"];
        Assert.Equal(("east", "istio-system", "east"), (east.ServedBy, east.SystemNamespace, east.ClusterIdentifier));
        Assert.Equal(["web"], east.Services);
        Assert.Contains(after.Objects.Value, o => o.Intent == "web");
        Assert.Single(after.Closed.Value);
    }

    [Fact]
    public async Task AnObjectThatIstioRefusesKeepsTheProgramFromTheEngine()
    {
        var rehearsal = await RunAsync(() =>
        {
            var mesh = TwoClusters("/items*");
            _ = new VirtualService(
                "broken",
                new VirtualServiceArgs
                {
                    Metadata = new ObjectMetaArgs { Name = "broken", Namespace = "shop" },
                    Spec = new VirtualServiceSpecArgs { Hosts = { "web" } },
                },
                new CustomResourceOptions { Provider = mesh.ControlPlanes["east"].Provider }
            );
        });
        Assert.StartsWith(
            "These objects must not be applied, because Istio would not accept them or an invariant does not hold:\n"
                + "  east VirtualService shop/broken: spec",
            rehearsal.BlockingReason,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("west/cart/checkout", null)]
    [InlineData("east/*/*", "invariants.yaml:3: east shop/web: only[0]: GET /items from west cart/checkout gets through")]
    [InlineData(
        "west/cart/chekout",
        "invariants.yaml:4: only[0].from[0]: there is no service account 'chekout'; allowed: checkout; did you mean checkout?"
    )]
    public async Task InvariantsOfAProgramAreHeld(string only, string? said)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("meshstack-").FullName, "invariants.yaml");
        await File.WriteAllTextAsync(file, $"kind: Invariants\nonly:\n  - to: web\n    from: [{only}]\n");
        try
        {
            var rehearsal = await RunAsync(() => TwoClusters("/items*"), new() { Invariants = [file] });
            if (said is null)
            {
                Assert.Null(rehearsal.BlockingReason);
                Assert.Equal("looked at 11 objects before registering them; 1 invariant holds", rehearsal.Summary);
            }
            else
            {
                Assert.StartsWith(
                    said,
                    rehearsal.BlockingReason!.Split('\n')[1].Trim()[(Path.GetDirectoryName(file)!.Length + 1)..],
                    StringComparison.Ordinal
                );
            }
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    /// <summary>What a real run would do wrong too is no matter of proof.</summary>
    [Fact]
    public async Task TwoResourcesOfOneObjectAreRefused()
    {
        var rehearsal = await RunAsync(() =>
        {
            var controlPlane = TwoClusters("/items*").ControlPlanes["east"];
            for (var i = 0; i < 2; i++)
            {
                _ = new MeshNamespace($"twice-{i}", new MeshNamespaceArgs { ControlPlane = controlPlane, Namespace = "twice" });
            }
        });
        Assert.Equal(
            "The program registers what would not work:\nNamespace twice of cluster 'east' is registered twice, as 'twice-0' and as "
                + "'twice-1'",
            rehearsal.BlockingReason
        );
    }

    /// <summary>An Istio that is there already is known by what its caller says of it.</summary>
    [Fact]
    public async Task InvariantsHoldForAControlPlaneThatIsThereAlready()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("meshstack-").FullName, "invariants.yaml");
        await File.WriteAllTextAsync(file, "kind: Invariants\nonly:\n  - to: web\n    from: [east/cart/checkout]\n");
        try
        {
            var rehearsal = await RunAsync(() => OneCluster("cart"), new() { Invariants = [file] });
            Assert.Null(rehearsal.BlockingReason);
            rehearsal = await RunAsync(() => OneCluster("cart", "other"), new() { Invariants = [file] });
            Assert.Contains(
                "invariants.yaml:3: east shop/web: only[0]: GET /items from east other/checkout gets through",
                rehearsal.BlockingReason,
                StringComparison.Ordinal
            );
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }

        static void OneCluster(params string[] callers)
        {
            var cluster = new MeshCluster("east", new() { Context = "kind-east" });
            var controlPlane = new ControlPlane(cluster.Identity) { Provider = cluster.Provider };
            var web = new InboundService(
                "web",
                new InboundServiceArgs
                {
                    ControlPlane = controlPlane,
                    Namespace = "shop",
                    Service = "web",
                    Port = 80,
                }
            );
            foreach (var caller in callers)
            {
                _ = new ClientAccess(
                    $"{caller}-to-web",
                    new ClientAccessArgs
                    {
                        Service = web,
                        ControlPlane = controlPlane,
                        Namespace = caller,
                        ServiceAccount = "checkout",
                        Access = [new AccessRuleArgs { Methods = ["GET"], Paths = ["/items"] }],
                    }
                );
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AProgramThatCannotBeLookedAtIsRefusedOnlyWhereAProofIsRequired(bool required)
    {
        var rehearsal = await RunAsync(
            () => throw new InvalidOperationException("asks for what only an engine knows"),
            new() { RequireProof = required }
        );
        const string Said = "The program could not be looked at before it is registered:\nasks for what only an engine knows";
        Assert.Equal(required ? Said : null, rehearsal.BlockingReason);
        Assert.Equal(required ? [] : [Said], rehearsal.Warnings);
        Assert.Null(rehearsal.Summary);
    }

    /// <summary>What a program registers is the same to the proof when it has gone through a file.</summary>
    [Fact]
    public async Task ARecordingSaysTheSameInAnotherProcess()
    {
        var log = new PlanLog();
        var recording = await OfflineStack.RunAsync(new OfflineOptions(), () => log.RunAsync(() => Outputs(() => TwoClusters("/items*"))));
        var file = Path.GetTempFileName();
        try
        {
            ProgramRecording.Write(file, new ComposedMesh(recording, log.Facts, []));
            var read = ProgramRecording.Read(file);
            Assert.Equal(recording.Manifests.Select(Text), read.Recording.Manifests.Select(Text));
            Assert.Equal(recording.HelmReleases.Select(r => r.Reference), read.Recording.HelmReleases.Select(r => r.Reference));
            Assert.Empty(read.Judge());
            var matrix = AccessMatrix.From(MeshSnapshot.Of(read));
            Assert.Equal(Cells(AccessMatrix.From(MeshSnapshot.Of(new ComposedMesh(recording, log.Facts, [])))), Cells(matrix));
            Assert.Contains("west cart/checkout web.shop.east:80 GET /items*", Cells(matrix));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"Format":1,"Resources":[{"Id":{"Type":"a","Name":"b"},"Inputs":{}}],"Facts":{},"Invariants":[]}""")]
    [InlineData("""{"Format":1,"Resources":[],"Facts":{},"Invariants":[]}""")]
    [InlineData("""{"Format":1,"Resources":[],"Facts":{"Servers":[],"Callers":[],"Gateways":[]},"Invariants":[]}""")]
    [InlineData("""{"Format":1,"Resources":[],"Facts":{"Clusters":{},"Callers":[],"Gateways":[]},"Invariants":[]}""")]
    [InlineData("""{"Format":1,"Resources":[],"Facts":{"Clusters":{},"Servers":[],"Gateways":[]},"Invariants":[]}""")]
    [InlineData("""{"Format":1,"Resources":[],"Facts":{"Clusters":{},"Servers":[],"Callers":[]},"Invariants":[]}""")]
    [InlineData("""{"Format":1,"Resources":[null],"Facts":{"Clusters":{},"Servers":[],"Callers":[],"Gateways":[]},"Invariants":[]}""")]
    [InlineData("""{"Format":1,"Resources":[],"Facts":{"Clusters":{"a":null},"Servers":[],"Callers":[],"Gateways":[]},"Invariants":[]}""")]
    [InlineData("""{"Format":1,"Resources":[],"Facts":{"Clusters":{},"Servers":[],"Callers":[null],"Gateways":[]},"Invariants":[]}""")]
    [InlineData("""{"Format":2,"Resources":[],"Facts":{},"Invariants":[]}""")]
    [InlineData("""{"Format":1,"Resources":[{"Id":{"Type":"a","Name":"b"},"Inputs":[]}],"Facts":{},"Invariants":[]}""")]
    public void AFileThatHoldsNoRecordingIsAnError(string content)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, content);
            var error = Assert.Throws<CompositionException>(() => ProgramRecording.Read(file));
            Assert.StartsWith(
                "the program's recording cannot be read; it may be of another version of MeshStack: ",
                Assert.Single(error.Problems),
                StringComparison.Ordinal
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Text(Manifests.Manifest manifest) => System.Text.Json.JsonSerializer.Serialize(manifest.Body);

    private static List<string> Cells(AccessMatrix matrix) =>
        [
            .. matrix
                .Cells.Select(c => FormattableString.Invariant($"{c.Caller} {c.Host}:{c.HostPort} {string.Join(' ', c.Requests.Certain)}"))
                .Order(StringComparer.Ordinal),
        ];

    internal static Task<Rehearsal> RunAsync(Action program, MeshProgramOptions? options = null) =>
        Rehearsal.RunAsync(() => Outputs(program), options ?? new());

    private static Task<IDictionary<string, object?>> Outputs(Action program)
    {
        program();
        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
    }

    internal static Mesh TwoClusters(string path)
    {
        var mesh = new Mesh(
            "sample",
            new MeshArgs
            {
                Trust = new() { Generated = new() },
                Clusters =
                {
                    ["east"] = new()
                    {
                        Cluster = new() { Context = "kind-east" },
                        Install = new() { EastWest = new() },
                    },
                    ["west"] = new()
                    {
                        Cluster = new() { Context = "kind-west" },
                        Install = new() { EastWest = new() },
                    },
                },
            }
        );
        var web = new InboundService(
            "web",
            new InboundServiceArgs
            {
                ControlPlane = mesh.ControlPlanes["east"],
                Namespace = "shop",
                Service = "web",
                Port = 80,
            }
        );
        _ = new ClientAccess(
            "cart-to-web",
            new ClientAccessArgs
            {
                Service = web,
                ControlPlane = mesh.ControlPlanes["west"],
                Namespace = "cart",
                ServiceAccount = "checkout",
                Access = [new AccessRuleArgs { Methods = ["GET"], Paths = [path] }],
            }
        );
        return mesh;
    }
}
