using System.Net;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What the address of a gateway may be.</summary>
internal static class GatewayAddress
{
    /// <summary>Why only an IP address will do for the gateway that leads to a primary's istiod.</summary>
    /// <remarks>Source: remote-istiod-service.yaml of the chart istiod, and https://github.com/istio/istio/issues/45014.</remarks>
    public const string OnlyIp =
        "the API servers of the clusters that it serves call istiod's webhooks there, and they follow no host name: "
        + "an IP address is needed (loadBalancerIP where the cloud heeds it; on AWS a network load balancer with Elastic IPs, by "
        + "serviceAnnotations, and one of these as the address)";

    /// <summary>Whether a text is an IP address, or stands for a value that is not known yet.</summary>
    public static bool IsIp(string address) => IPAddress.TryParse(address, out _) || Placeholder.IsIn(address);
}
