namespace MeshStack.Offline.Placeholders;

/// <summary>How placeholders call what they stand for.</summary>
internal static class PlaceholderName
{
    /// <summary>Istio's own gateways by what they are for, every other service by its name.</summary>
    public static string OfService(string service) =>
        service switch
        {
            "istio-eastwestgateway" => "eastWestGateway",
            "istio-ingressgateway" => "ingressGateway",
            "istio-egressgateway" => "egressGateway",
            _ => service,
        };
}
