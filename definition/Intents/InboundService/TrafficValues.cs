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

        return MadeObjects
            .Refused("DestinationRule", Spec(settings))
            .Select(finding => (Key: KeyOf(finding.Path), finding.Message))
            .Where(found => found.Key is not null)
            .DistinctBy(found => found.Key)
            .Where(found => !said.Any(problem => MadeObjects.IsAtOrBelow(problem.Path, found.Key!)))
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
            if (MadeObjects.IsAtOrBelow(key, field))
            {
                key = name + key[field.Length..];
            }
        }

        return Keys.Any(known => MadeObjects.IsAtOrBelow(key, known)) ? key : null;
    }
}
