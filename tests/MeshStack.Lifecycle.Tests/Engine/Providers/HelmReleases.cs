namespace MeshStack.Lifecycle.Tests.Engine.Providers;

/// <summary>What Helm does with releases: a name is used once, and what was cut off stays pending.</summary>
/// <remarks>Source: https://github.com/helm/helm/blob/v3.18.0/pkg/action/install.go, availableName; upgrade.go, errPending.</remarks>
internal static class HelmReleases
{
    public static PropertyMap Install(Cluster cluster, PropertyMap inputs, bool isCut)
    {
        var (ns, name) = (inputs.TextAt("namespace")!, inputs.TextAt("name")!);
        if (!cluster.Has("Namespace", null, ns))
        {
            throw new ProviderException($"namespaces \"{ns}\" not found");
        }

        if (cluster.Releases.ContainsKey($"{ns}/{name}"))
        {
            throw new ProviderException("cannot re-use a name that is still in use");
        }

        if (isCut)
        {
            cluster.Releases[$"{ns}/{name}"] = new("pending-install", inputs);
            return inputs;
        }

        return Deploy(cluster, ns, name, inputs);
    }

    public static PropertyMap Upgrade(Cluster cluster, PropertyMap inputs, bool isCut)
    {
        var (ns, name) = (inputs.TextAt("namespace")!, inputs.TextAt("name")!);
        switch (cluster.Releases.GetValueOrDefault($"{ns}/{name}")?.Status)
        {
            case null:
                throw new ProviderException($"\"{name}\" has no deployed releases");
            case "pending-install" or "pending-upgrade":
                throw new ProviderException("another operation (install/upgrade/rollback) is in progress");
        }

        if (isCut)
        {
            cluster.Releases[$"{ns}/{name}"] = new("pending-upgrade", inputs);
            return inputs;
        }

        return Deploy(cluster, ns, name, inputs);
    }

    public static void Uninstall(Cluster cluster, PropertyMap inputs)
    {
        var (ns, name) = (inputs.TextAt("namespace")!, inputs.TextAt("name")!);
        if (cluster.Releases.Remove($"{ns}/{name}"))
        {
            cluster.Delete(new("Deployment", ns, name));
            cluster.Delete(new("Service", ns, name));
        }
    }

    /// <summary>How a release stands; null where there is none.</summary>
    public static PropertyMap? Status(Cluster cluster, string id) =>
        cluster.Releases.TryGetValue(id, out var release) ? Status(release.Inputs, release.Status) : null;

    /// <summary>A service with the address that its load balancer gives it.</summary>
    public static PropertyMap WithAddress(PropertyMap service, string cluster)
    {
        var name = $"{service.TextAt("metadata", "name")}.{service.TextAt("metadata", "namespace")}.{cluster}";

        // From the addresses for documentation, RFC 5737; the same each time.
        var last = name.Aggregate(7, (sum, c) => ((sum * 31) + c) % 254) + 1;
        var ingress = ImmutableArray.Create<object>(Properties.Map(("ip", $"203.0.113.{last}")));
        return service
            .With(["spec", "clusterIP"], $"10.96.0.{last}")
            .With(["status", "loadBalancer"], Properties.Map(("ingress", ingress)));
    }

    private static PropertyMap Deploy(Cluster cluster, string ns, string name, PropertyMap inputs)
    {
        var metadata = Properties.Map(("name", name), ("namespace", ns));
        cluster.Create(Properties.Map(("kind", "Deployment"), ("metadata", metadata)), FieldManager.OfHelm);
        if (inputs.TextAt("chart") == "gateway")
        {
            var type = inputs.TextAt("values", "service", "type") ?? "LoadBalancer";
            var service = Properties.Map(("kind", "Service"), ("metadata", metadata), ("spec", Properties.Map(("type", type))));
            cluster.Create(type == "LoadBalancer" ? WithAddress(service, cluster.Name) : service, FieldManager.OfHelm);
        }

        cluster.Releases[$"{ns}/{name}"] = new("deployed", inputs);
        return inputs.SetItem("status", Status(inputs, "deployed")).SetItem("resourceNames", PropertyMap.Empty);
    }

    private static PropertyMap Status(PropertyMap inputs, string status) =>
        Properties.Map(
            ("appVersion", inputs.TextAt("version") ?? ""),
            ("chart", inputs.TextAt("chart") ?? ""),
            ("name", inputs.TextAt("name") ?? ""),
            ("namespace", inputs.TextAt("namespace") ?? ""),
            ("revision", 1.0),
            ("status", status),
            ("version", inputs.TextAt("version") ?? "")
        );
}
