using MeshStack.Manifests;
using MeshStack.Offline;
using Pulumi;

namespace MeshStack.Components.Tests.Services;

/// <summary>An east and a west cluster, and what programs on them register.</summary>
internal sealed class TwoClusters
{
    private TwoClusters()
    {
        East = Install("east");
        West = Install("west");
    }

    public ControlPlane East { get; }

    public ControlPlane West { get; }

    /// <summary>Runs a program on the two clusters.</summary>
    public static Task<Recording> RunAsync(Action<TwoClusters> program) =>
        OfflineStack.RunAsync(new OfflineOptions(), () => program(new TwoClusters()));

    /// <summary>The specs of all objects of a kind, as <c>cluster namespace/name</c> and YAML.</summary>
    public static async Task<Dictionary<string, string>> SpecsAsync(string kind, Action<TwoClusters> program) =>
        (await RunAsync(program))
            .Manifests.Where(m => m.Kind == kind)
            .ToDictionary(m => $"{m.Cluster} {m.Namespace}/{m.Name}", Yaml, StringComparer.Ordinal);

    public InboundService Web(Action<InboundServiceArgs>? change = null)
    {
        var args = new InboundServiceArgs
        {
            ControlPlane = East,
            Namespace = "shop",
            Service = "web",
            Port = 80,
        };
        change?.Invoke(args);
        return new InboundService("web", args);
    }

    public static ClientAccess Access(string name, InboundService service, ControlPlane? client, Action<ClientAccessArgs>? change = null)
    {
        var args = new ClientAccessArgs
        {
            Service = service,
            ControlPlane = client,
            Namespace = "cart",
            ServiceAccount = "checkout",
            Access = [new() { Methods = ["GET"], Paths = ["/items*"] }],
        };
        change?.Invoke(args);
        return new ClientAccess(name, args);
    }

    private static ControlPlane Install(string name)
    {
        var cluster = new MeshCluster(name, new MeshClusterArgs { Context = "kind-" + name });
        return new IstioInstall(
            name + "-istio",
            new IstioInstallArgs
            {
                Cluster = cluster,
                MeshId = "test",
                EastWest = new GatewayInstallArgs { Address = name == "east" ? "192.0.2.1" : "192.0.2.2" },
                Ingress = new GatewayInstallArgs(),
            }
        ).ControlPlane;
    }

    private static string Yaml(Manifest manifest)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ManifestYaml.Write(
            writer,
            [
                Manifest.From(
                    "c",
                    new Dictionary<string, object?>
                    {
                        ["apiVersion"] = "v1",
                        ["kind"] = "Spec",
                        ["metadata"] = new Dictionary<string, object?> { ["name"] = "n" },
                        ["spec"] = manifest.Body.GetValueOrDefault("spec") ?? new Dictionary<string, object?>(),
                    }
                ),
            ]
        );
        var text = writer.ToString();
        return text[text.IndexOf("spec:", StringComparison.Ordinal)..].TrimEnd();
    }
}
