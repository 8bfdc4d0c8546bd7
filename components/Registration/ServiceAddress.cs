using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;

namespace MeshStack.Registration;

/// <summary>Where a gateway is reached, as its load balancer says.</summary>
internal static class ServiceAddress
{
    /// <summary>The address of a Service, which a release makes under its own name or which is there already.</summary>
    /// <param name="planned">The read.</param>
    /// <param name="release">The release that makes it; null where nothing of the stack does.</param>
    /// <param name="options">The options of the read.</param>
    /// <param name="mustBeIp">Whether a host name will not do.</param>
    public static Output<string> Of(PlannedResource planned, Release? release, CustomResourceOptions options, bool mustBeIp)
    {
        // Read inside Apply: a read by an id that is not known yet, as before the first update, is registered as a new Service.
        // The release's id is known in every later preview, also while the release changes; its status is not.
        return release is null ? Read(planned.ReadId!) : release.Id.Apply(Read);

        Output<string> Read(string id)
        {
            var service = Service.Get(planned.Key.Name, id, options);
            return service.Status.Apply(status =>
            {
                var given = status?.LoadBalancer?.Ingress is { IsDefaultOrEmpty: false } ingress ? ingress[0] : null;
                return given?.Ip
                    ?? (
                        mustBeIp && given?.Hostname is { } host
                            ? throw Unusable(service, $"its load balancer has the host name {host}: {GatewayAddress.OnlyIp}")
                            : given?.Hostname
                    )
                    ?? throw Unusable(service, "its load balancer got neither an IP address nor a host name; give the gateway's address");
            });
        }

        ResourceException Unusable(Service service, string why) =>
            new($"{planned.ReadId!.Split('/')[1]} of {planned.Cluster} has no address that works: {why}", service, hideStack: true);
    }
}
