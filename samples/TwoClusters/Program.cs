using MeshStack;
using MeshStack.Analysis;
using MeshStack.Istio;
using MeshStack.Offline;
using Pulumi;

// `dotnet run preview` shows the objects without an engine; `pulumi up` runs the same program for real.
if (args is ["preview"])
{
    var recording = await OfflineStack.RunAsync(new OfflineOptions { Project = "two-clusters" }, Mesh);
    ManifestYaml.Write(Console.Out, recording.Manifests);
    return 0;
}

return await Deployment.RunAsync(Mesh);

static void Mesh()
{
    var east = Cluster("east");
    var west = Cluster("west");

    var web = new InboundService("web", new InboundServiceArgs
    {
        ControlPlane = east,
        Namespace = "shop",
        Service = "web",
        Port = 80,
        OutlierDetection = new OutlierDetectionArgs { Consecutive5xxErrors = 5, Interval = "10s" },
    });

    _ = new ClientAccess("cart-to-web", new ClientAccessArgs
    {
        Service = web,
        ControlPlane = west,
        Namespace = "cart",
        ServiceAccount = "checkout",
        Access = [new AccessRuleArgs { Methods = ["GET"], Paths = ["/items*"] }],
    });
}

static ControlPlane Cluster(string name)
{
    var cluster = new MeshCluster(name, new MeshClusterArgs { Context = $"kind-{name}" });
    return new IstioInstall($"{name}-istio", new IstioInstallArgs { Cluster = cluster, MeshId = "sample", EastWest = new() }).ControlPlane;
}
