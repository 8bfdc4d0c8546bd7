namespace MeshStack.Definition;

/// <summary>Values of the chart <c>cni</c>, the node agent that redirects the pods' traffic.</summary>
internal static class CniValues
{
    public static Dictionary<string, object> Of(Installation settings)
    {
        var values = CommonValues.Of(settings);
        ImageValues.Cni(settings, values);
        return ChartValues.Merge(values, settings.Values?.Cni);
    }

    /// <summary>Namespace of cni and ztunnel; on OpenShift only kube-system may have pods with such rights.</summary>
    /// <remarks>https://istio.io/latest/docs/ambient/install/platform-prerequisites/</remarks>
    public static string Namespace(Installation settings) =>
        settings.Platform == Platforms.OpenShift ? "kube-system" : IstioNamespaces.System;
}
