using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;

namespace MeshStack;

/// <summary>Where a gateway is reached, as its load balancer says.</summary>
internal static class GatewayAddress
{
    public static Output<string> Of(MeshGateway gateway, Release release, string name, string cluster, CustomResourceOptions options)
    {
        // The id comes from the release, not from a literal: the Service does not exist before the release does.
        var id = release.Status.Apply(status => $"{status.Namespace}/{status.Name}");
        var service = Service.Get(name, id, options);
        return service.Status.Apply(status =>
        {
            var addresses = status?.LoadBalancer?.Ingress is { IsDefaultOrEmpty: false } ingress ? ingress[0] : null;
            return addresses?.Ip ?? addresses?.Hostname ?? throw new InvalidOperationException(
                $"{gateway.Name} of {cluster} has no address: its load balancer got neither an IP nor a host name; give the gateway's address");
        });
    }
}
