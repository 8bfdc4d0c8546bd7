using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Topology;

/// <summary>The objects of a cluster as it would hold them: without fields that its definitions do not have, and without objects that the
/// API server or istiod's webhook refuses.</summary>
/// <remarks>Source: pkg/webhooks/validation/server/server.go and the CustomResourceDefinitions of istio/istio.</remarks>
internal sealed class AppliedObjects
{
    private const string TrustDomainCondition = "source.trustDomain";

    // They refuse more than istiod does.
    private static readonly string[] Strict =
    [
        "annotation-dry-run",
        "annotation-internal",
        "authorization-condition-key",
        "duration",
        "server-tls-crl",
    ];

    private static readonly HashSet<string> Refusing =
    [
        .. IstioChecks
            .Rules.Where(rule => rule is { Origin: RuleOrigin.Istio, Severity: Severity.Error } && !Strict.Contains(rule.Code))
            .Select(rule => rule.Code),
    ];

    private readonly List<Finding> _notes = [];
    private readonly IstioCrds _crds;
    private readonly IstioSemantics _semantics;
    private readonly bool _validates;

    /// <param name="version">The version of Istio whose definitions the cluster has; null where it is not known.</param>
    /// <param name="semantics">What objects mean to the cluster's Istio.</param>
    /// <param name="istiods">The istiods of the cluster.</param>
    public AppliedObjects(string? version, IstioSemantics semantics, IEnumerable<IstioRevision> istiods)
    {
        _crds = DefinitionsOf(version);
        _semantics = semantics;
        _validates = istiods.All(istiod => istiod.Values["global"]["configValidation"].Value is not false);
    }

    /// <summary>What was left out.</summary>
    public IReadOnlyList<Finding> Notes => _notes;

    /// <summary>The definitions of a version; of one that is older than all that are known the oldest, and of one that is not known the
    /// newest.</summary>
    public static IstioCrds DefinitionsOf(string? version) =>
        version is null ? IstioCrds.Newest
        : IstioCrds.TryFor(version, out var own) ? own
        : IstioSemantics.IsSince(version, IstioCrds.Versions[0]) == false ? IstioCrds.For(IstioCrds.Versions[0])
        : IstioCrds.Newest;

    public IEnumerable<Manifest> Of(IEnumerable<Manifest> manifests) => manifests.Select(Applied).OfType<Manifest>();

    private Manifest? Applied(Manifest given)
    {
        var errors = _crds.Validate(given);
        var manifest = given;
        foreach (var field in errors.Where(error => error.IsUnknownField))
        {
            manifest = Without(manifest, field.Path);
            Note(
                Severity.Warning,
                ReadingCodes.FieldDropped,
                given,
                field.Path,
                $"It does not count: the definitions of Istio {_crds.Version} have no such field, and the API server drops it."
            );
        }

        if (_semantics.PoliciesHaveTrustDomains == false && manifest is { Kind: "AuthorizationPolicy", Group: "security.istio.io" })
        {
            foreach (var path in TrustDomainsOf(manifest))
            {
                manifest = Without(manifest, path);
                Note(
                    Severity.Warning,
                    ReadingCodes.FieldDropped,
                    given,
                    path,
                    $"It does not count: the definitions of Istio before {IstioFact.PolicyTrustDomains.Since} have no such field, and the "
                        + "API server drops it."
                );
            }

            if (_validates && TrustDomainConditionOf(manifest) is { } condition)
            {
                Note(
                    Severity.Warning,
                    ReadingCodes.ObjectRefused,
                    given,
                    condition,
                    $"The object does not count: istiod's webhook refuses it. {TrustDomainCondition} is no condition before Istio "
                        + $"{IstioFact.PolicyTrustDomains.Since}."
                );
                return null;
            }
        }

        // What a mask or a run leaves open may be right.
        if (Mask.IsWithin(given.Body))
        {
            return manifest;
        }

        if (errors.FirstOrDefault(error => !error.IsUnknownField && error.Rule.Severity == Severity.Error) is { } refused)
        {
            Note(
                Severity.Warning,
                ReadingCodes.ObjectRefused,
                given,
                refused.Path,
                $"The object does not count: the API server refuses it. {refused.Message}"
            );
            return null;
        }

        var exclusions = _semantics.SidecarExcludesHosts == false ? SidecarExclusions.Check(manifest) : [];
        if (
            _validates
            && exclusions.Concat(IstioChecks.Check([manifest])).FirstOrDefault(finding => Refusing.Contains(finding.Code)) is { } wrong
        )
        {
            Note(
                Severity.Warning,
                ReadingCodes.ObjectRefused,
                given,
                wrong.Path,
                $"The object does not count: istiod's webhook refuses it. {wrong.Message}"
            );
            return null;
        }

        return manifest;
    }

    private static string[] TrustDomainsOf(Manifest policy) =>
        [
            .. from rule in policy.Spec["rules"].Items
            from source in rule["from"].Items
            from name in new[] { "notTrustDomains", "trustDomains" }
            let field = source["source"][name]
            where field.Exists
            select field.Path,
        ];

    private static string? TrustDomainConditionOf(Manifest policy) =>
        policy
            .Spec["rules"]
            .Items.SelectMany(rule => rule["when"].Items)
            .Select(condition => condition["key"])
            .FirstOrDefault(key => key.Text == TrustDomainCondition)
            ?.Path;

    private void Note(Severity severity, string code, Manifest manifest, string path, string message) =>
        _notes.Add(new(severity, code, manifest.Cluster, manifest.Reference, path, message, manifest.Source));

    private static Manifest Without(Manifest manifest, string path) =>
        manifest with
        {
            Body = (IReadOnlyDictionary<string, object?>)Without(manifest.Body, "", path)!,
        };

    private static object? Without(object? value, string at, string path) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => map.Select(entry => (entry.Key, entry.Value, Path: FieldPath.Append(at, entry.Key)))
                .Where(entry => entry.Path != path)
                .ToDictionary(entry => entry.Key, entry => Below(entry.Value, entry.Path, path), StringComparer.Ordinal),
            IReadOnlyList<object?> list => list.Select((item, index) => Below(item, FieldPath.Append(at, index), path)).ToArray(),
            _ => value,
        };

    private static object? Below(object? value, string at, string path) =>
        path.StartsWith(at, StringComparison.Ordinal) ? Without(value, at, path) : value;
}
