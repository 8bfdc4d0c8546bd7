using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Config.Objects;

/// <summary>The pod of a workload object.</summary>
internal sealed class PodTemplate(string ns, Field metadata, Field spec, Field? status = null)
{
    /// <summary>The annotation that names a ConfigMap with the bootstrap of the pod's proxy.</summary>
    public const string Bootstrap = "sidecar.istio.io/bootstrapOverride";

    private const string InjectionStatus = "sidecar.istio.io/status";

    private const string Template = "inject.istio.io/templates";
    private const string Proxy = "istio-proxy";

    /// <summary>The kinds that make pods of a template; Pods and CronJobs come besides.</summary>
    public static IReadOnlyList<string> Controllers { get; } =
    ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "ReplicationController"];

    /// <summary>The annotations that say something about a pod's proxy.</summary>
    public static IEnumerable<string> ReadAnnotations =>
        [
            Template,
            Bootstrap,
            IstioNames.Inject,
            InjectionStatus,
            "ambient.istio.io/redirection",
            "proxy.istio.io/config",
            .. RedirectionReader.Annotations,
        ];

    public string Namespace { get; } = ns;

    public Field Spec { get; } = spec;

    public IReadOnlyDictionary<string, string> Labels { get; } = metadata["labels"].Shown();

    public Field Annotations { get; } = metadata["annotations"];

    /// <summary>True for a pod as a cluster has it: what is in it now is all that it will have.</summary>
    public bool IsRunning { get; } =
        status is { } known && (known["phase"].HasContent || known["podIP"].HasContent || spec["nodeName"].HasContent);

    /// <summary>The templates of the injector that it asks for; none for the default ones.</summary>
    public IReadOnlyList<string> Templates =>
        Annotations[Template].Text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public bool HasProxyContainer => Proxies.Any(IsProxy);

    /// <summary>True where it has a proxy that no injector gave it.</summary>
    public bool BringsProxy =>
        !Annotations[InjectionStatus].Exists
        && Proxies.Any(container => IsProxy(container) && container["image"].Scalar() is { } image && image != "auto");

    /// <summary>The image of a container that has a proxy's name, and nothing else of it.</summary>
    public string? NamedLikeProxy => HasProxyContainer ? null : Proxies.Select(container => container["image"].Scalar()).FirstOrDefault();

    public bool IsGateway =>
        (IsOfGatewayTemplate && Containers.Any(container => container["name"].Text == Proxy))
        || Containers.Any(container => IsProxy(container) && container["args"].Texts().Contains("router"));

    /// <summary>True where it is injected as a gateway, whose proxy takes no connections of other containers.</summary>
    public bool IsOfGatewayTemplate => Templates.Contains("gateway");

    public bool UsesHostNetwork => Spec["hostNetwork"].IsTrue;

    public string ServiceAccount =>
        (Spec["serviceAccountName"].Text ?? Spec["serviceAccount"].Text) is { Length: > 0 } name ? name : "default";

    /// <summary>True where masks hide what a proxy's container is started as.</summary>
    public bool HidesArguments =>
        !IsGateway && Containers.Any(container => container["name"].Text == Proxy && Mask.IsWithin(container["args"].Value));

    private IReadOnlyList<Field> Containers => Spec["containers"].Items;

    private IEnumerable<Field> Proxies =>
        Containers.Concat(Spec["initContainers"].Items).Where(container => container["name"].Text == Proxy);

    // The injector puts the image in place of auto; a name alone makes no proxy of a container.
    private static bool IsProxy(Field container) =>
        container["name"].Text == Proxy
        && (
            container["image"].Scalar() is not { } image
            || image == "auto"
            || image.Contains("proxyv2", StringComparison.Ordinal)
            || container["args"].Texts().Contains("proxy")
        );

    /// <summary>True for a kind that pods are made of, whatever an object of it says.</summary>
    public static bool IsMadeOf(Manifest manifest) =>
        manifest is { Kind: "Pod", Group.Length: 0 } or { Kind: "CronJob", Group: "batch" } || IsController(manifest);

    /// <summary>Where the pod stands in an object, as rules about masks write it.</summary>
    public static string PathOf(Manifest manifest) =>
        manifest.Kind switch
        {
            "Pod" => "",
            "CronJob" => "spec jobTemplate spec template",
            _ => "spec template",
        };

    public static PodTemplate? From(Manifest manifest)
    {
        var ns = manifest.Namespace ?? "default";
        if (manifest.Kind == "Pod" && manifest.Group.Length == 0)
        {
            return new(ns, manifest.Metadata(), manifest.Spec, Field.From(manifest.Body)["status"]);
        }

        if (manifest.Kind == "CronJob" && manifest.Group == "batch")
        {
            var job = manifest.Spec["jobTemplate"]["spec"]["template"];
            return new(ns, job["metadata"], job["spec"]);
        }

        var template = manifest.Spec["template"];
        var isController = IsController(manifest) && template.Exists;

        // Whatever has a pod's template makes pods of it, Argo's Rollouts among them.
        return isController || template["spec"]["containers"].Items.Count > 0 ? new(ns, template["metadata"], template["spec"]) : null;
    }

    private static bool IsController(Manifest manifest) => Controllers.Contains(manifest.Kind) && manifest.Group is "apps" or "batch" or "";

    // https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/.
    private static bool IsNativeSidecar(Field container) => container["restartPolicy"].Text == "Always";

    /// <summary>The ports of its containers by name, those that run as long as the pod does.</summary>
    /// <remarks>Source: FindPort in pilot/pkg/serviceregistry/kube/controller/util.go of istio/istio, 1.30.3.</remarks>
    public IReadOnlyDictionary<string, int> Ports()
    {
        Dictionary<string, int> ports = new(StringComparer.Ordinal);
        var serving = Containers.Concat(Spec["initContainers"].Items.Where(IsNativeSidecar));
        foreach (var port in serving.SelectMany(container => container["ports"].Items))
        {
            // A port of another protocol is not the one that a Service's port for TCP names.
            if (port["containerPort"].Port() is { } number && port["protocol"].Text is null or "TCP")
            {
                ports.TryAdd(port["name"].Text ?? port["containerPort"].Scalar()!, number);
            }
        }

        return ports;
    }

    /// <summary>Whether its containers run as the proxy's own user or group, whose connections are never redirected; null where some
    /// do.</summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.30.3/tools/istio-iptables/pkg/capture/run.go, uid-owner and gid-owner.
    /// </remarks>
    public bool? RunsAsProxy =>
        Containers.Where(container => container["name"].Text != "istio-proxy").Select(IsProxys).Distinct().ToArray() switch
        {
            [] => false,
            [var all] => all,
            _ => null,
        };

    private bool IsProxys(Field container) =>
        new[] { "runAsUser", "runAsGroup" }.Any(key =>
            (container["securityContext"][key].Integer ?? Spec["securityContext"][key].Integer) == ProxyId
        );

    private const long ProxyId = 1337;

    /// <summary>The ports of a node that lead to the pod's; on the host's network they are the same.</summary>
    public IReadOnlyList<(int Node, int Pod)> HostPorts() =>
        [
            .. from container in Containers
            from port in container["ports"].Items
            where !string.Equals(port["protocol"].Text, "UDP", StringComparison.OrdinalIgnoreCase)
            let pod = port["containerPort"].Port()
            let node = UsesHostNetwork ? pod : port["hostPort"].Port()
            where pod is not null && node is > 0
            select (node.Value, pod.Value),
        ];
}
