using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>Values in Istio's own words, held against Istio's own checks: the object that they become is made, and what is said of it is
/// said at the key.</summary>
internal static class TrafficValues
{
    private const string Policy = "spec.trafficPolicy.";

    // What is called otherwise here than in the object.
    private static readonly (string Field, string Key)[] Renamed = [("loadBalancer", "loadBalancing")];

    private static readonly string[] Keys = ["loadBalancing", "connectionPool", "outlierDetection"];

    /// <summary>What Istio refuses of the values of a service.</summary>
    /// <param name="settings">The service.</param>
    /// <param name="said">What is said already: the rules of a key say better what is wrong at it.</param>
    public static IEnumerable<ArgsProblem> Check(InboundServiceIntent settings, IReadOnlyCollection<ArgsProblem> said)
    {
        if (settings is { LoadBalancing: null, ConnectionPool: null, OutlierDetection: null })
        {
            return [];
        }

        var manifest = Manifest.OfNormalized(
            "any",
            ObjectMap.From([
                KeyValuePair.Create("apiVersion", (object?)"networking.istio.io/v1"),
                KeyValuePair.Create("kind", (object?)"DestinationRule"),
                KeyValuePair.Create("metadata", (object?)ObjectMap.From([KeyValuePair.Create("name", (object?)"traffic")])),
                KeyValuePair.Create("spec", (object?)Spec(settings)),
            ])
        );

        // Fields that an older Istio does not have are said with the versions of the clusters.
        var schema = IstioCrds.Newest.Validate(manifest).Select(error => error.In(manifest));
        return IstioChecks
            .Check([manifest])
            .Concat(schema)
            .Where(finding => finding.Severity == Severity.Error)
            .Select(finding => (Key: KeyOf(finding.Path), finding.Message))
            .Where(found => found.Key is not null)
            .DistinctBy(found => found.Key)
            .Where(found => !said.Any(problem => IsAtOrBelow(problem.Path, found.Key!)))
            .Select(found => new ArgsProblem(found.Key!, found.Message.TrimEnd('.')))
            .ToList();
    }

    // The host is no matter of these keys, and has rules of its own.
    private static IReadOnlyDictionary<string, object> Spec(InboundServiceIntent settings) =>
        new DestinationRuleSpec { Host = "any.example.com", TrafficPolicy = ServiceTraffic.Found(settings, isSameNetwork: true) }.ToTree();

    /// <summary>The key that a place of the object comes from; null where it comes from none.</summary>
    private static string? KeyOf(string path)
    {
        if (!path.StartsWith(Policy, StringComparison.Ordinal))
        {
            return null;
        }

        var key = path[Policy.Length..];
        foreach (var (field, name) in Renamed)
        {
            if (IsAtOrBelow(key, field))
            {
                key = name + key[field.Length..];
            }
        }

        return Keys.Any(known => IsAtOrBelow(key, known)) ? key : null;
    }

    private static bool IsAtOrBelow(string path, string above) =>
        path.StartsWith(above, StringComparison.Ordinal) && (path.Length == above.Length || path[above.Length] is '.' or '[');
}
