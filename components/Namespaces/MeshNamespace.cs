using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>A namespace whose labels say how its workloads are in the mesh.</summary>
public sealed class MeshNamespace : ComponentResource
{
    /// <summary>Creates the namespace, or labels the one that is there.</summary>
    /// <exception cref="ResourceException">The args contradict themselves or the control plane; all contradictions are named.</exception>
    public MeshNamespace(string name, MeshNamespaceArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:MeshNamespace", name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        args.Problems().Enforce(this);
        var rules = new MeshNamespaceRules(args);
        var labels = rules.MeshLabels().Concat(args.Labels).DistinctBy(l => l.Key).ToDictionary(StringComparer.Ordinal);
        var owned = args.ControlPlane.Owned(this, Injector(args.ControlPlane, rules.Reference));
        Resource = args.Existing ? Patch(name, args, labels, owned) : Create(name, args, labels, owned);
        RegisterOutputs(new Dictionary<string, object?> { ["namespace"] = args.Namespace, ["injection"] = args.Injection });
    }

    /// <summary>The namespace or the patch of it, for what has to wait for it.</summary>
    public Resource Resource { get; }

    /// <summary>Pods that come with the namespace would else start without a sidecar.</summary>
    private static IReadOnlyList<Resource> Injector(ControlPlane plane, string? reference)
        => reference != null && plane.Injectors.TryGetValue(reference, out var injector) && !plane.Ready.Contains(injector) ? [injector] : [];

    private static Namespace Create(string name, MeshNamespaceArgs args, Dictionary<string, string> labels, CustomResourceOptions options)
    {
        var metadata = new ObjectMetaArgs { Name = args.Namespace, Labels = labels };
        if (args.Annotations.Count > 0)
        {
            metadata.Annotations = args.Annotations;
        }

        return new Namespace(name, new NamespaceArgs { Metadata = metadata }, options);
    }

    private static NamespacePatch Patch(string name, MeshNamespaceArgs args, Dictionary<string, string> labels, CustomResourceOptions options)
    {
        var metadata = new ObjectMetaPatchArgs { Name = args.Namespace, Labels = labels };
        if (args.Annotations.Count > 0)
        {
            metadata.Annotations = args.Annotations;
        }

        return new NamespacePatch(name, new NamespacePatchArgs { Metadata = metadata }, options);
    }
}
