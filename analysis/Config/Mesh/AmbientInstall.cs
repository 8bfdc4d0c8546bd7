using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>What a cluster's manifests show of the installation of ambient mode: istiod, the node agent that captures pods, and
/// ztunnel.</summary>
/// <remarks>Source: manifests/helm-profiles/ambient.yaml and pilot/pkg/features/ambient.go of istio/istio, 1.31.0-rc.0.</remarks>
/// <param name="IsShown">True where some part of Istio's installation is shown.</param>
/// <param name="Missing">What is missing of what ambient mode needs, or does not serve it; null where all is there, or nothing is
/// shown.</param>
/// <param name="IsOnAtIstiod">True where an istiod that is shown serves ambient mode.</param>
/// <param name="HasProfile">True where it is installed with the profile <c>ambient</c>.</param>
internal sealed record AmbientInstall(bool IsShown, string? Missing, bool IsOnAtIstiod, bool HasProfile)
{
    /// <summary>The variable of istiod's environment without which it serves no ambient mode.</summary>
    public const string Switch = "PILOT_ENABLE_AMBIENT";

    private const string Profile = "ambient";

    /// <summary>What the manifests of a cluster show.</summary>
    public static AmbientInstall Of(string cluster, IReadOnlyList<ChartRelease> releases, ClusterObjects objects)
    {
        IstioRevision[] istiods = [.. IstioRevision.Of(releases, objects).Where(istiod => !istiod.IsImplied)];
        var operators = objects.Of("IstioOperator");
        var agents = releases.Where(release => release.IsNodeAgent).Select(release => Field.From(release.Values)).ToArray();
        var hasAgent =
            agents.Any(IsForAmbient)
            || objects.Of("ConfigMap").Any(map => map.Name == "istio-cni-config" && Said(Field.From(map.Body)["data"]["AMBIENT_ENABLED"]))
            || objects
                .Of("sailoperator.io/IstioCNI")
                .Any(agent => agent.Spec["profile"].Text == Profile || IsForAmbient(agent.Spec["values"]))
            || operators.Any(IsAmbient);
        var hasZtunnel =
            releases.Any(release => release.IsZtunnel)
            || objects.Of("DaemonSet").Any(IsZtunnel)
            || objects.Of("sailoperator.io/ZTunnel").Count > 0
            || operators.Any(one => IsAmbient(one) || one.Spec["components"]["ztunnel"]["enabled"].IsTrue);
        var isShown = istiods.Length > 0 || agents.Length > 0 || hasAgent || hasZtunnel || objects.Of("DaemonSet").Any(IsAgent);
        var off = istiods.Any(istiod => !IsOn(istiod));
        return new(
            isShown,
            !isShown ? null
                : off ? $"istiod of {cluster} is not given {Switch}"
                : !hasZtunnel ? $"no ztunnel of {cluster} is shown"
                : !hasAgent ? $"no istio-cni of {cluster} is shown that captures pods for it"
                : null,
            istiods.Any(IsOn),
            istiods.Any(istiod => istiod.Profile == Profile)
        );
    }

    /// <summary>Whether an istiod serves ambient mode: what its environment says stands over its profile.</summary>
    public static bool IsOn(IstioRevision istiod) =>
        istiod.Environment.Where(one => one.Key == Switch).Select(one => (bool?)IsTrue(one.Value)).LastOrDefault()
        ?? istiod.Profile == Profile;

    /// <summary>True for what Go reads as true.</summary>
    public static bool IsTrue(string? text) => text is "true" or "1" or "t" or "T" or "TRUE" or "True";

    private static bool Said(Field field) => IsTrue(field.Scalar());

    private static bool IsForAmbient(Field values)
    {
        Field[] given = [values["ambient"]["enabled"], values["cni"]["ambient"]["enabled"]];
        return Array.Find(given, field => field.Exists) is { } said
            ? said.IsTrue
            : (values["profile"].Text ?? values["global"]["profile"].Text) == Profile;
    }

    private static bool IsAmbient(Manifest operation) => operation.Spec["profile"].Text == Profile;

    private static bool IsZtunnel(Manifest set) => set.Name == "ztunnel" || set.Labels()["app"].Text == "ztunnel";

    private static bool IsAgent(Manifest set) => set.Name == "istio-cni-node" || set.Labels()["k8s-app"].Text == "istio-cni-node";
}
