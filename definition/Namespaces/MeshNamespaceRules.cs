using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>How a namespace may be in the mesh, and the labels that say so.</summary>
/// <remarks>https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy</remarks>
internal sealed class MeshNamespaceRules(MeshNamespaceSettings settings, string? name, ControlPlaneModel controlPlane)
{
    public const string Enabled = "enabled";

    public const string Disabled = "disabled";

    private const string InjectionLabel = "istio-injection";

    private const string RevisionLabel = "istio.io/rev";

    private const string DataPlaneLabel = "istio.io/dataplane-mode";

    private const string WaypointLabel = "istio.io/use-waypoint";

    private static readonly string[] Modes = [Enabled, Disabled, DataPlanes.Ambient];

    private const string NetworkLabel = "topology.istio.io/network";

    private static readonly string[] OwnLabels = [InjectionLabel, RevisionLabel, DataPlaneLabel, WaypointLabel];

    /// <summary>The labels by which the namespace is in the mesh; of the first three exactly one.</summary>
    public Dictionary<string, string> MeshLabels()
    {
        var (key, value) = settings.Injection switch
        {
            Enabled or Disabled => (InjectionLabel, settings.Injection),
            DataPlanes.Ambient => (DataPlaneLabel, DataPlanes.Ambient),
            var revision => (RevisionLabel, revision),
        };
        var labels = new Dictionary<string, string> { [key] = value };
        if (settings.Waypoint is { } waypoint)
        {
            labels[WaypointLabel] = waypoint;
        }

        return labels;
    }

    public IEnumerable<ArgsProblem> Problems()
    {
        if (name is null || !KubernetesNames.IsLabel(name))
        {
            yield return new("namespace", name is null ? "required" : $"'{name}' is not a DNS label");
        }
        else if (name is IstioNamespaces.System or IstioNamespaces.External or "kube-system")
        {
            yield return new("namespace", $"'{name}' is the system's own: injection there would stop the control plane from starting");
        }
        else if (!settings.Existing && IstioNames.InEveryCluster.Contains(name))
        {
            yield return new("namespace", $"'{name}' is there in every cluster, and cannot be made again: write existing: true");
        }

        if (settings is { DeleteWithMesh: true, Existing: true })
        {
            yield return ArgsProblem.WithoutEffect(
                "deleteWithMesh",
                "existing says that something else made the namespace, which keeps it"
            );
        }

        foreach (var problem in Injection().Concat(Waypoint()).Concat(Labels()))
        {
            yield return problem;
        }
    }

    private IEnumerable<ArgsProblem> Injection()
    {
        if (controlPlane.DataPlane is { } kind && kind != DataPlanes.Ambient && settings.Injection == DataPlanes.Ambient)
        {
            yield return new("injection", $"'ambient' needs an installation with dataPlane ambient; this cluster has dataPlane {kind}");
        }

        if (
            controlPlane.Revisions is not { } revisions
            || settings.Reference is not { } reference
            || revisions.Resolve(reference) is not null
        )
        {
            yield break;
        }

        yield return settings.Injection == Enabled
            ? new(
                "injection",
                "'enabled' is served by the control plane without a revision or by the tag default, and this cluster has neither: write "
                    + $"one of {string.Join(", ", revisions.References)}"
            )
            : ArgsProblem.NotAllowed("injection", reference, "a revision or tag of this cluster", [.. Modes, .. revisions.References]);
    }

    private IEnumerable<ArgsProblem> Waypoint()
    {
        if (settings.Waypoint is not { } waypoint)
        {
            yield break;
        }

        if (settings.Injection != DataPlanes.Ambient)
        {
            yield return new("waypoint", $"is for injection ambient, and injection is '{settings.Injection}'");
        }
        else if (!KubernetesNames.IsLabel(waypoint))
        {
            yield return new("waypoint", $"'{waypoint}' is not a DNS label");
        }
    }

    private IEnumerable<ArgsProblem> Labels()
    {
        foreach (var problem in KubernetesNames.AnnotationProblems("annotations", settings.Annotations))
        {
            yield return problem;
        }

        var own = MeshLabels();
        foreach (var (key, value) in settings.Labels.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            if (!KubernetesNames.IsLabelKey(key) || !KubernetesNames.IsLabelValue(value))
            {
                yield return new($"labels.{key}", $"'{key}: {value}' is not a label");
            }
            else if (key == NetworkLabel)
            {
                yield return ArgsProblem.WithoutEffect(
                    $"labels.{key}",
                    "Istio reads it at the control plane's namespace, where it is the cluster's network"
                );
            }
            else if (OwnLabels.Contains(key) && own.GetValueOrDefault(key) != value)
            {
                yield return new(
                    $"labels.{key}",
                    $"'{key}: {value}' contradicts "
                        + $"{(key == WaypointLabel ? $"waypoint '{settings.Waypoint}'" : $"injection '{settings.Injection}'")}"
                );
            }
        }
    }
}
