using MeshStack;
using MeshStack.Hosting;
using MeshStack.Istio;
using MeshStack.Manifests;
using MeshStack.Offline;

// `dotnet run preview` shows the objects without an engine; `pulumi up` runs the same program for real.
if (args is ["preview"])
{
    var recording = await OfflineStack.RunAsync(new OfflineOptions { Project = "two-clusters" }, TwoClusters);
    ManifestYaml.Write(Console.Out, recording.Manifests);
    return 0;
}

return await MeshProgram.RunAsync(TwoClusters);

static void TwoClusters()
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
            TargetPort = 8080,
            OutlierDetection = new OutlierDetectionArgs { Consecutive5xxErrors = 5, Interval = "10s" },
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
            Access = [new AccessRuleArgs { Methods = ["GET"], Paths = ["/items*"] }],
        }
    );
}
