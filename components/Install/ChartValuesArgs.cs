using Pulumi;

namespace MeshStack;

/// <summary>Values of the charts that no option names, merged over what the options say: maps deeply, everything else replaced.</summary>
/// <remarks>Texts, booleans, int and double numbers, and maps and lists of them; the gateways' stand with each gateway.</remarks>
public sealed class ChartValuesArgs : ResourceArgs
{
    /// <summary>Values of the chart <c>base</c>.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/base/values.yaml</remarks>
    [Input("base")]
    public Dictionary<string, object> Base { get; set; } = [];

    /// <summary>Values of the chart <c>istiod</c>, for every revision.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/istio-control/istio-discovery/values.yaml</remarks>
    [Input("istiod")]
    public Dictionary<string, object> Istiod { get; set; } = [];

    /// <summary>Values of the chart <c>cni</c>.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/istio-cni/values.yaml</remarks>
    [Input("cni")]
    public Dictionary<string, object> Cni { get; set; } = [];

    /// <summary>Values of the chart <c>ztunnel</c>.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/ztunnel/values.yaml</remarks>
    [Input("ztunnel")]
    public Dictionary<string, object> Ztunnel { get; set; } = [];
}
