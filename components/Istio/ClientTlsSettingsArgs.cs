using Pulumi;

namespace MeshStack.Istio;

public sealed partial class ClientTlsSettingsArgs
{
    /// <summary>Plain text.</summary>
    public static ClientTlsSettingsArgs Disable() => new() { Mode = ClientTlsMode.Disable };

    /// <summary>Mutual TLS with the workload's own mesh identity.</summary>
    public static ClientTlsSettingsArgs IstioMutual(Input<string>? sni = null) => new() { Mode = ClientTlsMode.IstioMutual, Sni = sni };
}
