namespace MeshStack;

/// <summary>Where the charts take their images from, in the words of each chart.</summary>
internal static class ImageValues
{
    /// <summary>Lays the images of istiod, and of the proxies that it injects, over values of the chart <c>istiod</c>.</summary>
    public static void Istiod(IstioInstallArgs args, string revision, Dictionary<string, object> values)
    {
        var global = Global(args);
        if (args.ImageOf(i => i.Proxy, revision) is { } proxy)
        {
            // The injector takes a reference with a slash as it stands, for the proxy and for the container that redirects its traffic.
            global["proxy"] = new Dictionary<string, object> { ["image"] = proxy };
            global["proxy_init"] = new Dictionary<string, object> { ["image"] = proxy };
        }

        Add(values, new Dictionary<string, object> { ["global"] = global });
        values.Set("image", args.ImageOf(i => i.Istiod, revision));
    }

    /// <summary>Lays the image of the node agent over values of the chart <c>cni</c>.</summary>
    public static void Cni(IstioInstallArgs args, Dictionary<string, object> values)
    {
        Add(values, new Dictionary<string, object> { ["global"] = Global(args) });
        values.Set("image", args.ImageOf(i => i.Cni, args.RevisionSet.Main));
    }

    /// <summary>Lays the image of ztunnel over values of its chart, which has no <c>global</c> for them.</summary>
    public static void Ztunnel(IstioInstallArgs args, Dictionary<string, object> values)
    {
        values["hub"] = args.Hub;
        values.Set("image", args.ImageOf(i => i.Ztunnel, args.RevisionSet.Main));
        if (args.ImagePullSecrets.Count > 0)
        {
            values["imagePullSecrets"] = args.ImagePullSecrets;
        }
    }

    /// <summary>Lays the pull secrets over values of the chart <c>gateway</c>; its image is the injector's to choose.</summary>
    public static void Gateway(IstioInstallArgs args, Dictionary<string, object> values)
    {
        if (args.ImagePullSecrets.Count > 0)
        {
            values["imagePullSecrets"] = args.ImagePullSecrets.Select(s => (object)new Dictionary<string, object> { ["name"] = s }).ToList();
        }
    }

    private static Dictionary<string, object> Global(IstioInstallArgs args)
    {
        var global = new Dictionary<string, object> { ["hub"] = args.Hub };
        if (args.ImagePullSecrets.Count > 0)
        {
            global["imagePullSecrets"] = args.ImagePullSecrets;
        }

        return global;
    }

    private static void Add(Dictionary<string, object> values, Dictionary<string, object> more)
    {
        foreach (var (key, value) in ChartValues.Merge(values, more))
        {
            values[key] = value;
        }
    }
}
