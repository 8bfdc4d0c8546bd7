namespace MeshStack.Definition;

/// <summary>Ports under which other clusters reach an istiod.</summary>
internal static class IstiodPorts
{
    /// <summary>Where proxies get their configuration and certificates.</summary>
    public const int Discovery = 15012;

    /// <summary>Where API servers call the webhooks.</summary>
    public const int Webhook = 15017;
}
