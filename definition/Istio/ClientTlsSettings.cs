namespace MeshStack.Definition.Istio;

internal sealed partial record ClientTlsSettings
{
    /// <summary>Plain text.</summary>
    public static ClientTlsSettings Disable() => new() { Mode = ClientTlsMode.Disable };

    /// <summary>Mutual TLS with the workload's own mesh identity.</summary>
    public static ClientTlsSettings IstioMutual(string? sni = null) => new() { Mode = ClientTlsMode.IstioMutual, Sni = sni };
}
