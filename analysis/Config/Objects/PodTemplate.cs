using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Config.Objects;

/// <summary>The pod of a workload object.</summary>
internal sealed class PodTemplate(string ns, Field metadata, Field spec, Field? status = null)
{
    /// <summary>The kinds that make pods of a template; Pods and CronJobs come besides.</summary>
    public static IReadOnlyList<string> Controllers { get; } =
    ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "ReplicationController"];

    /// <summary>The annotations that say something about a pod's proxy.</summary>
    public static IEnumerable<string> ReadAnnotations =>
        [
            "inject.istio.io/templates",
            IstioNames.Inject,
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

    public bool HasProxyContainer =>
        Containers.Concat(Spec["initContainers"].Items).Any(container => container["name"].Text == "istio-proxy");

    public bool IsGateway =>
        Annotations["inject.istio.io/templates"].Text?.Split(',').Contains("gateway") == true
        || Containers.Any(container => container["name"].Text == "istio-proxy" && container["args"].Texts().Contains("router"));

    public string ServiceAccount =>
        (Spec["serviceAccountName"].Text ?? Spec["serviceAccount"].Text) is { Length: > 0 } name ? name : "default";

    /// <summary>True where masks hide what a proxy's container is started as.</summary>
    public bool HidesArguments =>
        !IsGateway && Containers.Any(container => container["name"].Text == "istio-proxy" && Mask.IsWithin(container["args"].Value));

    private IReadOnlyList<Field> Containers => Spec["containers"].Items;

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

    public IReadOnlyDictionary<string, int> Ports()
    {
        Dictionary<string, int> ports = new(StringComparer.Ordinal);
        foreach (var port in Containers.SelectMany(container => container["ports"].Items))
        {
            if (port["containerPort"].Port() is { } number)
            {
                ports.TryAdd(port["name"].Text ?? port["containerPort"].Scalar()!, number);
            }
        }

        return ports;
    }
}
