using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>Objects that values become, held against Istio's own checks before anything is planned.</summary>
internal static class MadeObjects
{
    /// <summary>What Istio refuses of an object.</summary>
    /// <remarks>Fields that an older Istio does not have are said with the versions of the clusters.</remarks>
    public static IEnumerable<Finding> Refused(string kind, IReadOnlyDictionary<string, object> spec)
    {
        var manifest = Manifest.OfNormalized(
            "any",
            ObjectMap.From([
                KeyValuePair.Create("apiVersion", (object?)IstioKinds.ApiVersion(kind)),
                KeyValuePair.Create("kind", (object?)kind),
                KeyValuePair.Create("metadata", (object?)ObjectMap.From([KeyValuePair.Create("name", (object?)"traffic")])),
                KeyValuePair.Create("spec", (object?)spec),
            ])
        );
        var schema = IstioCrds.Newest.Validate(manifest).Select(error => error.In(manifest));
        return IstioChecks.Check([manifest]).Concat(schema).Where(finding => finding.Severity == Severity.Error);
    }

    /// <summary>Whether one place is the other, or the other is within it or around it.</summary>
    public static bool AreNear(string one, string other) => IsAtOrBelow(one, other) || IsAtOrBelow(other, one);

    /// <summary>Whether a place is another, or within it.</summary>
    public static bool IsAtOrBelow(string path, string above) =>
        path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] is '.' or '[');
}
