namespace MeshStack;

/// <summary>Values of the chart <c>cni</c>, the node agent that redirects the pods' traffic.</summary>
internal static class CniValues
{
    public static Dictionary<string, object> Of(IstioInstallArgs args)
    {
        var values = CommonValues.Of(args);
        ImageValues.Cni(args, values);
        return ChartValues.Merge(values, args.Values?.Cni);
    }

    /// <summary>Namespace of cni and ztunnel; on OpenShift only kube-system may have pods with such rights.</summary>
    /// <remarks>https://istio.io/latest/docs/ambient/install/platform-prerequisites/</remarks>
    public static string Namespace(IstioInstallArgs args) => args.Platform == Platforms.OpenShift ? "kube-system" : IstioInstall.SystemNamespace;
}
