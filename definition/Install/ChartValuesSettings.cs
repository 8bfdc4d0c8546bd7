namespace MeshStack.Definition;

/// <summary>Values of the charts that no option names, merged over what the options say: maps deeply, everything else replaced.</summary>
/// <remarks>Texts, booleans, int and double numbers, and maps and lists of them; the gateways' stand with each gateway.</remarks>
public sealed record ChartValuesSettings
{
    /// <summary>Values of the chart <c>base</c>.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/base/values.yaml</remarks>
    [Key("of the chart `base`", Default = "none")]
    public IReadOnlyDictionary<string, object> Base { get; init; } = Empty.Map<object>();

    /// <summary>Values of the chart <c>istiod</c>, for every revision.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/istio-control/istio-discovery/values.yaml</remarks>
    [Key("of the chart `istiod`, for every revision", Default = "none")]
    public IReadOnlyDictionary<string, object> Istiod { get; init; } = Empty.Map<object>();

    /// <summary>Values of the chart <c>cni</c>.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/istio-cni/values.yaml</remarks>
    [Key("of the chart `cni`", Default = "none")]
    public IReadOnlyDictionary<string, object> Cni { get; init; } = Empty.Map<object>();

    /// <summary>Values of the chart <c>ztunnel</c>.</summary>
    /// <remarks>https://github.com/istio/istio/blob/master/manifests/charts/ztunnel/values.yaml</remarks>
    [Key("of the chart `ztunnel`", Default = "none")]
    public IReadOnlyDictionary<string, object> Ztunnel { get; init; } = Empty.Map<object>();
}
