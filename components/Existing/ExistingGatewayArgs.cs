using Pulumi;

namespace MeshStack;

/// <summary>A gateway that runs in a cluster already.</summary>
public sealed class ExistingGatewayArgs : ResourceArgs
{
    /// <summary>Namespace that it runs in.</summary>
    [Input("namespace", required: true)]
    public string Namespace { get; set; } = "";

    /// <summary>Name of its Service.</summary>
    /// <value>Defaults to the name that Istio's documentation gives it: <c>istio-eastwestgateway</c> or
    /// <c>istio-ingressgateway</c>.</value>
    [Input("name")]
    public string? Name { get; set; }

    /// <summary>Labels of its pods, by which objects of Istio choose it.</summary>
    /// <value>Defaults to <c>istio: eastwestgateway</c> or <c>istio: ingressgateway</c>.</value>
    [Input("selector")]
    public Dictionary<string, string> Selector { get; set; } = [];

    /// <summary>Its service account, which servers behind it see.</summary>
    /// <value>Defaults to <see cref="Name"/>, as the chart makes it; istioctl calls it <c>NAME-service-account</c>.</value>
    [Input("serviceAccount")]
    public string? ServiceAccount { get; set; }

    /// <summary>IP address or host name at which clients reach it.</summary>
    /// <value>Defaults to what the load balancer of its Service has, which an update reads.</value>
    [Input("address")]
    public Input<string>? Address { get; set; }
}
