using System.ComponentModel;
using System.Diagnostics;
using MeshStack.Manifests;
using MeshStack.Offline.Rendering;
using static MeshStack.Offline.Tests.Rendering.Recordings;

namespace MeshStack.Offline.Tests.Rendering;

public sealed class KustomizeTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [SkippableFact]
    public async Task Kubectl_reads_a_rendering_back()
    {
        var secret = Manifests.Manifest.From("east", new Dictionary<string, object?>
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Secret",
            ["metadata"] = new Dictionary<string, object?> { ["name"] = "cacerts", ["namespace"] = "istio-system" },
            ["stringData"] = new Dictionary<string, object?> { ["ca-cert.pem"] = "[secret]" },
        });
        Manifest[] manifests =
        [
            Manifest("Namespace", null, "shop", "v1"),
            Manifest("ClusterRole", null, "system:reader", "rbac.authorization.k8s.io/v1"),
            Manifest("Gateway", "shop", "g", "networking.istio.io/v1"),
            Manifest("Gateway", "shop", "g", "gateway.networking.k8s.io/v1"),
            Manifest("Route", "shop", "${east.web.name}"),
            secret,
            .. Enumerable.Range(0, 300).Select(number => Manifest("Route", "large", $"r{number:000}")),
        ];
        Renderer.Write(Of(Cluster("east", manifests)), _directory["out"]);

        var (code, output, error) = await Kubectl("kustomize", _directory["out/east"]);

        Assert.True(code == 0, error);
        Assert.Equal(
            manifests.Select(manifest => $"{manifest.ApiVersion} {manifest.Reference}").Order(StringComparer.Ordinal),
            ManifestYaml.Read(output, "kubectl", "east").Select(manifest => $"{manifest.ApiVersion} {manifest.Reference}").Order(StringComparer.Ordinal));
    }

    private static async Task<(int Code, string Output, string Error)> Kubectl(params string[] arguments)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo("kubectl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            Skip.If(true, "kubectl is not on the PATH");
        }

        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
