namespace MeshStack.Definition;

/// <summary>Where the charts take their images from, in the words of each chart.</summary>
internal static class ImageValues
{
    /// <summary>Lays the images of istiod, and of the proxies that it injects, over values of the chart <c>istiod</c>.</summary>
    public static void Istiod(Installation settings, string revision, Dictionary<string, object> values)
    {
        var global = Global(settings);
        if (settings.ImageOf(i => i.Proxy, revision) is { } proxy)
        {
            // The injector takes a reference with a slash as it stands, for the proxy and for the container that redirects its traffic.
            global["proxy"] = new Dictionary<string, object> { ["image"] = proxy };
            global["proxy_init"] = new Dictionary<string, object> { ["image"] = proxy };
        }

        Add(values, new Dictionary<string, object> { ["global"] = global });
        values.Set("image", settings.ImageOf(i => i.Istiod, revision));
    }

    /// <summary>Lays the image of the node agent over values of the chart <c>cni</c>.</summary>
    public static void Cni(Installation settings, Dictionary<string, object> values)
    {
        Add(values, new Dictionary<string, object> { ["global"] = Global(settings) });
        values.Set("image", settings.ImageOf(i => i.Cni, settings.RevisionSet.Main));
    }

    /// <summary>Lays the image of ztunnel over values of its chart, which has no <c>global</c> for them.</summary>
    public static void Ztunnel(Installation settings, Dictionary<string, object> values)
    {
        values["hub"] = settings.Hub;
        values.Set("image", settings.ImageOf(i => i.Ztunnel, settings.RevisionSet.Main));
        if (settings.ImagePullSecrets.Count > 0)
        {
            values["imagePullSecrets"] = settings.ImagePullSecrets;
        }
    }

    /// <summary>Lays the pull secrets over values of the chart <c>gateway</c>; its image is the injector's to choose.</summary>
    public static void Gateway(Installation settings, Dictionary<string, object> values)
    {
        if (settings.ImagePullSecrets.Count > 0)
        {
            values["imagePullSecrets"] = settings
                .ImagePullSecrets.Select(s => (object)new Dictionary<string, object> { ["name"] = s })
                .ToList();
        }
    }

    private static Dictionary<string, object> Global(Installation settings)
    {
        var global = new Dictionary<string, object> { ["hub"] = settings.Hub };
        if (settings.ImagePullSecrets.Count > 0)
        {
            global["imagePullSecrets"] = settings.ImagePullSecrets;
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
