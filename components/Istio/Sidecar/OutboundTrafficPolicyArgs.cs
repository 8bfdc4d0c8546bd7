using Pulumi;

namespace MeshStack.Istio;

/// <summary>Treatment of hosts that the registry does not know.</summary>
public sealed class OutboundTrafficPolicyArgs : ResourceArgs
{
    /// <summary>Whether unknown hosts can be called.</summary>
    [Input("mode")]
    public Input<OutboundTrafficMode>? Mode { get; set; }

    /// <summary>Service, port included, that calls to unknown hosts go to; ALLOW_ANY only.</summary>
    [Input("egressProxy")]
    public Input<DestinationArgs>? EgressProxy { get; set; }
}
