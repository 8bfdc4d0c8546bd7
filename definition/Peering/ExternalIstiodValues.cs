using System.Collections;

namespace MeshStack.Definition;

/// <summary>Values of the istiod that one cluster hosts for others.</summary>
/// <remarks>https://istio.io/latest/docs/setup/install/external-controlplane/; CLUSTER_ID and EXTERNAL_ISTIOD come from values of the
/// chart, which a second entry of <c>env</c> would repeat.</remarks>
internal static class ExternalIstiodValues
{
    private const string PublicRoots = "/etc/ssl/certs/ca-certificates.crt";

    /// <summary>The values of a control plane of the config cluster, turned into those of one that runs elsewhere.</summary>
    /// <param name="values">Values as for an istiod of the config cluster itself.</param>
    /// <param name="host">DNS name that leads to istiod.</param>
    /// <param name="revision">Revision of istiod.</param>
    public static Dictionary<string, object> Of(Dictionary<string, object> values, string host, string revision)
    {
        var suffix = RevisionSet.ChartName(revision) is { } name ? "-" + name : "";
        var global = Child(values, "global");

        // Another CA keeps its own address.
        global.TryAdd("caAddress", $"{host}:{IstiodPorts.Discovery}");
        global["configValidation"] = false;
        global["externalIstiod"] = true;
        global["istioNamespace"] = IstioNamespaces.External;
        global["operatorManageWebhooks"] = true;

        var mesh = Child(values, "meshConfig");
        mesh["rootNamespace"] = IstioNamespaces.External;
        var proxies = Child(mesh, "defaultConfig");
        proxies["discoveryAddress"] = $"{host}:{IstiodPorts.Discovery}";
        var metadata = Child(proxies, "proxyMetadata");
        metadata.TryAdd("CA_ROOT_CA", PublicRoots);
        metadata.TryAdd("XDS_ROOT_CA", PublicRoots);

        var environment = Child(values, "env");
        environment["INJECTION_WEBHOOK_CONFIG_NAME"] = "";
        environment["LOCAL_CLUSTER_SECRET_WATCHER"] = "true";
        environment["SHARED_MESH_CONFIG"] = "istio" + suffix;
        environment["VALIDATION_WEBHOOK_CONFIG_NAME"] = "";

        // It reads ConfigMaps of the config cluster, so its own come as files.
        Append(values, "volumes", Volume("config-volume", "istio" + suffix), Volume("inject-volume", "istio-sidecar-injector" + suffix));
        Append(values, "volumeMounts", Mount("config-volume", "/etc/istio/config"), Mount("inject-volume", "/var/lib/istio/inject"));
        return values;
    }

    private static void Append(Dictionary<string, object> values, string key, params IEnumerable<object> own) =>
        values[key] = (values.GetValueOrDefault(key) as IEnumerable)?.Cast<object>().Concat(own).ToList() ?? own.ToList();

    private static Dictionary<string, object> Volume(string name, string configMap) =>
        new()
        {
            ["name"] = name,
            ["configMap"] = new Dictionary<string, object> { ["name"] = configMap },
        };

    private static Dictionary<string, object> Mount(string name, string path) => new() { ["name"] = name, ["mountPath"] = path };

    private static Dictionary<string, object> Child(Dictionary<string, object> values, string key)
    {
        if (values.TryGetValue(key, out var there))
        {
            return (Dictionary<string, object>)there;
        }

        var child = new Dictionary<string, object>();
        values[key] = child;
        return child;
    }
}
