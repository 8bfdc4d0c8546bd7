using Pulumi;

namespace MeshStack;

/// <summary>A host outside the mesh that workloads reach through the egress gateway only.</summary>
public sealed class EgressHostArgs : ResourceArgs
{
    /// <summary>Full name of the host, without wildcards: it is asked of DNS.</summary>
    [Input("host", required: true)]
    public string Host { get; set; } = null!;

    /// <summary>Port of the host, 1-65535.</summary>
    /// <value>Defaults to 443 for TLS and to 80 for HTTP.</value>
    [Input("port")]
    public int? Port { get; set; }

    /// <summary>What workloads speak to it.</summary>
    /// <value>Defaults to TLS.</value>
    [Input("protocol")]
    public EgressProtocol Protocol { get; set; } = EgressProtocol.Tls;
}
