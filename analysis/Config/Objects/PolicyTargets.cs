using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Config.Objects;

/// <summary>The targetRefs of a policy: instead of labels, they name the gateway of the Gateway API that it is for.</summary>
/// <remarks>Source: ShouldAttachPolicy in pilot/pkg/model/policyattachment.go of istio/istio, 1.30.3. Services and GatewayClasses are
/// targets of waypoints alone.</remarks>
internal sealed class PolicyTargets
{
    /// <summary>The label of the pods of a Gateway that istiod deploys.</summary>
    public const string GatewayNameLabel = "gateway.networking.k8s.io/gateway-name";

    private readonly Manifest _manifest;
    private readonly Field[] _targets;

    public PolicyTargets(Manifest manifest)
    {
        var spec = manifest.Spec;
        _manifest = manifest;
        _targets =
            spec["targetRefs"].Items.Count > 0 ? [.. spec["targetRefs"].Items]
            : spec["targetRef"].Exists ? [spec["targetRef"]]
            : [];
    }

    /// <summary>True where targets alone say for whom it is.</summary>
    public bool Exist => _targets.Length > 0;

    /// <summary>True where one of them is the gateway that pods with the labels are of, or may be it.</summary>
    public bool Name(string ns, IReadOnlyDictionary<string, string> labels) =>
        NamespaceOf(_manifest) == ns
        && labels.TryGetValue(GatewayNameLabel, out var gateway)
        && Array.Exists(_targets, target => IsGateway(target, ns, gateway));

    /// <summary>True where one of them is a waypoint, its class or a Service behind it, or may be it.</summary>
    /// <param name="waypoint">The namespace and the name of the waypoint.</param>
    /// <param name="service">Those of the Service.</param>
    /// <param name="root">The root namespace.</param>
    public bool Attach((string Namespace, string Name) waypoint, (string Namespace, string Name) service, string root)
    {
        var ns = NamespaceOf(_manifest);
        return Array.Exists(
            _targets,
            target =>
                (ns == waypoint.Namespace && IsGateway(target, ns, waypoint.Name))
                || (ns == service.Namespace && IsOf(target, "Service", service.Name) && IsCore(target["group"]))
                || (ns == root && IsOf(target, "GatewayClass", "istio-waypoint") && Is(target["group"], GatewayApiKinds.Group))
                || Mask.IsIn(target.Text)
        );
    }

    /// <summary>What hides one of them.</summary>
    public Unreadable? Hidden =>
        Array.Find(_targets, target => Mask.IsWithin(target.Value)) is { } hidden ? Unreadable.From(_manifest, hidden.Path) : null;

    private static bool IsGateway(Field target, string ns, string gateway) =>
        Mask.IsIn(target.Text)
        || (
            Is(target["kind"], "Gateway")
            && Is(target["group"], GatewayApiKinds.Group)
            && Is(target["name"], gateway)
            && (!target["namespace"].HasContent || Is(target["namespace"], ns))
        );

    private static bool IsCore(Field group) => group.Text is null or "" or "core" || Mask.IsIn(group.Text);

    private static bool IsOf(Field target, string kind, string name) => Is(target["kind"], kind) && Is(target["name"], name);

    private static bool Is(Field field, string text) => field.Text == text || Mask.IsIn(field.Text);

    private static string NamespaceOf(Manifest manifest) => manifest.Namespace ?? "default";
}
