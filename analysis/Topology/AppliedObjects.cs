using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;

namespace MeshStack.Analysis.Topology;

/// <summary>The objects of a cluster as it would hold them: without fields that its definitions do not have, and without objects that the
/// API server or istiod's webhook refuses.</summary>
/// <remarks>Source: pkg/webhooks/validation/server/server.go and the CustomResourceDefinitions of istio/istio.</remarks>
internal sealed class AppliedObjects
{
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
    private readonly bool _validates;

    /// <param name="version">The version of the cluster's Istio; null where it is not known.</param>
    /// <param name="istiods">The istiods of the cluster.</param>
    public AppliedObjects(string? version, IEnumerable<IstioRevision> istiods)
    {
        _crds = version is not null && IstioCrds.TryFor(version, out var own) ? own : IstioCrds.Newest;
        _validates = istiods.All(istiod => istiod.Values["global"]["configValidation"].Value is not false);
    }

    /// <summary>What was left out.</summary>
    public IReadOnlyList<Finding> Notes => _notes;

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

        if (_validates && IstioChecks.Check([manifest]).FirstOrDefault(finding => Refusing.Contains(finding.Code)) is { } wrong)
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
