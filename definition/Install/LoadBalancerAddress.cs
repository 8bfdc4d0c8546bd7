using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Where a gateway is reached, as its load balancer says.</summary>
internal static class LoadBalancerAddress
{
    /// <summary>Name of the output of a Service that is read.</summary>
    public const string Output = "address";

    /// <summary>Name of the same output where a host name will not do.</summary>
    public const string IpOutput = "ipAddress";

    /// <summary>Plans the read of a gateway's Service, once the release that makes it is there, or at once where nothing here makes
    /// it.</summary>
    public static TextValue Of(
        PlannedScope scope,
        ControlPlaneModel controlPlane,
        GatewayModel gateway,
        ResourceId? release,
        bool mustBeIp,
        string? suffix = null
    )
    {
        var address = new LateValue($"{controlPlane.Cluster.Name}.{Purpose(gateway)}.address");
        scope.Add(
            PlannedResource.Of(PulumiTypes.Service, scope.Child(suffix ?? gateway.Label + "-service")) with
            {
                Cluster = controlPlane.Cluster.Name,
                After = controlPlane.Ready,
                ReadId = $"{gateway.Namespace}/{gateway.Name}",
                ReadAfter = release,
                Provides = Empty.Map<LateValue>().Add(mustBeIp ? IpOutput : Output, address),
            }
        );
        return address;
    }

    /// <summary>An address that is given where only an IP address will do.</summary>
    public static TextValue GivenIp(TextValue address, ResourceId component) =>
        address.After(new([address], texts => Problems(texts[0], address.IsSecret)) { Component = component });

    private static IEnumerable<ArgsProblem> Problems(string address, bool isSecret) =>
        GatewayAddress.IsIp(address)
            ? []
            : [new("eastWest.address", $"{(isSecret ? "it" : $"'{address}'")} leads to istiod: {GatewayAddress.OnlyIp}")];

    /// <summary>Istio's own gateways by what they are for, every other one by its name.</summary>
    private static string Purpose(GatewayModel gateway) =>
        gateway.Label switch
        {
            "eastwestgateway" => "eastWestGateway",
            "ingressgateway" => "ingressGateway",
            "egressgateway" => "egressGateway",
            _ => gateway.Name,
        };
}
