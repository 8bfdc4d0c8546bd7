using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;

namespace MeshStack.Registration;

/// <summary>Where a gateway is reached, as its load balancer says.</summary>
internal static class ServiceAddress
{
    /// <summary>The address of a Service that a release makes, under its own name.</summary>
    public static Output<string> Of(PlannedResource planned, Release release, CustomResourceOptions options, bool mustBeIp)
    {
        var gateway = planned.ReadId!.Split('/')[1];

        // Read inside Apply: a read by an id that is not known yet, as before the first update, is registered as a new Service.
        // The release's id is known in every later preview, also while the release changes; its status is not.
        return release.Id.Apply(id =>
        {
            var service = Service.Get(planned.Key.Name, id, options);
            return service.Status.Apply(status =>
            {
                var given = status?.LoadBalancer?.Ingress is { IsDefaultOrEmpty: false } ingress ? ingress[0] : null;
                return given?.Ip
                    ?? (
                        mustBeIp && given?.Hostname is { } host
                            ? throw Unusable($"its load balancer has the host name {host}: {GatewayAddress.OnlyIp}")
                            : given?.Hostname
                    )
                    ?? throw Unusable("its load balancer got neither an IP address nor a host name; give the gateway's address");
            });

            ResourceException Unusable(string why) =>
                new($"{gateway} of {planned.Cluster} has no address that works: {why}", service, hideStack: true);
        });
    }
}
