using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Authorization;

/// <summary>An AuthorizationPolicy, read once.</summary>
internal sealed record AuthorizationPolicyConfig(
    Manifest Manifest,
    AuthorizationAction Action,
    string Provider,
    bool IsDryRun,
    PolicyTargets Targets,
    LabelSelector Selector,
    IReadOnlyList<AuthorizationRule> Rules
)
{
    /// <summary>What hides for whom it is, or what it does with requests.</summary>
    public Unreadable? Unreadable { get; init; }

    /// <summary>True where masks hide the action.</summary>
    public bool HidesAction { get; private init; }

    /// <summary>True where masks hide the provider.</summary>
    public bool HidesProvider { get; private init; }

    /// <summary>Why its action is not what the object says, or is not decided; null where the action says all.</summary>
    public string? Note { get; init; }

    /// <summary>True where it is left out for ports of which the proxy sees only bytes.</summary>
    public bool IsForHttpAlone { get; init; }

    /// <summary>The rules that a proxy gets for a port.</summary>
    public IReadOnlyList<AuthorizationRule> RulesOn(bool isTcp) => isTcp && IsForHttpAlone ? [] : Rules;

    public static AuthorizationPolicyConfig From(Manifest manifest, MeshConfiguration mesh, MaskedObject? masks)
    {
        var spec = manifest.Spec;
        var reader = new AuthorizationRuleReader(manifest, mesh);
        var rules = spec["rules"];
        var action = spec["action"].Text switch
        {
            null or "" or "ALLOW" => spec["action"].Value is null or string ? AuthorizationAction.Allow : AuthorizationAction.Unknown,
            "DENY" => AuthorizationAction.Deny,
            "AUDIT" => AuthorizationAction.Audit,
            "CUSTOM" => AuthorizationAction.Custom,
            _ => AuthorizationAction.Unknown,
        };
        return new(
            manifest,
            action,
            spec["provider"]["name"].Text ?? "",
            manifest.Annotations()["istio.io/dry-run"].Scalar() is "true" or "1" or "t" or "T" or "TRUE" or "True",
            new(manifest),
            LabelSelector.From(spec["selector"]["matchLabels"]),
            Mask.IsIn(rules.Text)
                ? [reader.Hidden(rules, 0)]
                : [.. rules.Items.Select((rule, index) => reader.Read(rule, index)).OfType<AuthorizationRule>()]
        )
        {
            Unreadable = masks?.Unread,
            HidesAction = Mask.IsIn(spec.Text) || Mask.IsIn(spec["action"].Text),
            HidesProvider = Mask.IsWithin(spec["provider"].Value),
        };
    }

    /// <summary>The policy as ztunnel gets it; null where istiod does not send it.</summary>
    /// <remarks>
    /// Source: https://github.com/istio/istio/blob/1.31.0-rc.0/pilot/pkg/serviceregistry/ambient/authorization.go,
    /// convertAuthorizationPolicy.
    /// </remarks>
    public AuthorizationPolicyConfig? ForZtunnel(MeshConfiguration mesh)
    {
        if (Unreadable is null && (IsDryRun || Action is AuthorizationAction.Custom or AuthorizationAction.Audit))
        {
            return null;
        }

        var reader = new AuthorizationRuleReader(Manifest, mesh, isForZtunnel: true);
        var rules = Manifest.Spec["rules"];
        return Mask.IsIn(rules.Text)
            ? this
            : this with
            {
                Rules =
                [
                    .. rules
                        .Items.Select(
                            (written, index) =>
                                reader.Read(written, index) is { } rule
                                    ? ZtunnelRules.Of(rule, written, Action == AuthorizationAction.Allow)
                                    : null
                        )
                        .OfType<AuthorizationRule>(),
                ],
            };
    }

    public Cause Because(string detail) => Cause.From(Manifest, detail);
}
