using System.Net;
using MeshStack.Manifests;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;

namespace MeshStack;

/// <summary>Where a gateway is reached, as its load balancer says.</summary>
internal static class LoadBalancerAddress
{
    /// <summary>Why only an IP address will do for the gateway that leads to a primary's istiod.</summary>
    /// <remarks>Source: remote-istiod-service.yaml of the chart istiod, and https://github.com/istio/istio/issues/45014.</remarks>
    public const string OnlyIp = "the API servers of the clusters that it serves call istiod's webhooks there, and they follow no host name: "
        + "an IP address is needed (loadBalancerIP where the cloud heeds it; on AWS a network load balancer with Elastic IPs, by serviceAnnotations, and one of these as the address)";

    /// <summary>The address of a gateway's load balancer.</summary>
    /// <param name="gateway">The gateway.</param>
    /// <param name="release">The release that makes its Service, under its own name.</param>
    /// <param name="name">Name of the read.</param>
    /// <param name="cluster">The gateway's cluster, for messages.</param>
    /// <param name="options">Options of the read.</param>
    /// <param name="mustBeIp">Whether a host name will not do.</param>
    public static Output<string> Of(MeshGateway gateway, Release release, string name, string cluster, CustomResourceOptions options, bool mustBeIp)
    {
        // Read inside Apply: a read by an id that is not known yet, as before the first update, is registered as a new Service.
        // The release's id is known in every later preview, also while the release changes; its status is not.
        return release.Id.Apply(id =>
        {
            var service = Service.Get(name, id, options);
            return service.Status.Apply(status =>
            {
                var given = status?.LoadBalancer?.Ingress is { IsDefaultOrEmpty: false } ingress ? ingress[0] : null;
                return given?.Ip
                    ?? (mustBeIp && given?.Hostname is { } host ? throw Unusable($"its load balancer has the host name {host}: {OnlyIp}") : given?.Hostname)
                    ?? throw Unusable("its load balancer got neither an IP address nor a host name; give the gateway's address");
            });

            ResourceException Unusable(string why) => new($"{gateway.Name} of {cluster} has no address that works: {why}", service, hideStack: true);
        });
    }

    /// <summary>An address that is given where only an IP address will do.</summary>
    public static Output<string> GivenIp(Input<string> address, Resource component, string cluster) => address.ToOutput().Apply(given => IsIp(given)
        ? given
        : throw new ResourceException($"{cluster}: '{given}' is the east-west gateway's address: {OnlyIp}", component, hideStack: true));

    /// <summary>Whether a text is an IP address, or stands for a value that is not known yet.</summary>
    public static bool IsIp(string address) => IPAddress.TryParse(address, out _) || Placeholder.IsIn(address);
}
