using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>Values in Istio's own words, held against Istio's own checks: the object that they become is made, and what is said of it is
/// said at the key.</summary>
internal static class RouteValues
{
    private const string Http = "spec.http[";

    private static readonly (string Field, string Key)[] Renamed =
    [
        ("directResponse", "response"),
        ("corsPolicy", "cors"),
        ("mirrors[0]", "mirror"),
        ("route", "to"),
    ];

    private static readonly string[] Same = ["timeout", "retries", "fault", "rewrite", "redirect", "headers", "match", "name"];

    /// <summary>What Istio refuses of the values of a route.</summary>
    /// <param name="route">The route.</param>
    /// <param name="said">What is said already: the rules of a key say better what is wrong at it.</param>
    public static IEnumerable<ArgsProblem> Check(ServiceRouteIntent route, IReadOnlyCollection<ArgsProblem> said)
    {
        if (route.Service is null || route.Routes.Count == 0)
        {
            return [];
        }

        // Each route is one here; what is left to a part is checked with the part.
        var alone = route with
        {
            Routes = [.. route.Routes.Select(one => one with { Part = null, Delegate = null })],
        };
        var http = HttpRoutes.Of(alone, RoutePlace.Home(alone.Service!)).Take(route.Routes.Count).ToList();
        var spec = new VirtualServiceSpec { Hosts = ["any.example.com"], Http = http };
        return MadeObjects
            .Refused("VirtualService", spec.ToTree())
            .Select(finding => (Key: KeyOf(finding.Path), finding.Message))
            .Where(found => found.Key is not null)
            .DistinctBy(found => found.Key)
            .Where(found => !said.Any(problem => MadeObjects.AreNear(problem.Path, found.Key!)))
            .Select(found => new ArgsProblem(found.Key!, found.Message.TrimEnd('.')))
            .ToList();
    }

    /// <summary>The key that a place of the object comes from; null where it comes from none.</summary>
    private static string? KeyOf(string path)
    {
        if (!path.StartsWith(Http, StringComparison.Ordinal) || path.IndexOf(']', StringComparison.Ordinal) is not (> 0 and var end))
        {
            return null;
        }

        var route = $"routes[{path[Http.Length..end]}]";
        var rest = path[(end + 1)..].TrimStart('.');
        var first = rest.Split('.', 2)[0].Split('[', 2)[0];
        return first.Length == 0 ? route
            : first == "match" ? $"{route}.match"
            : Same.Contains(first) ? $"{route}.{rest}"
            : Renamed.FirstOrDefault(one => MadeObjects.IsAtOrBelow(rest, one.Field)) is { Key: { } key } renamed
                ? $"{route}.{key}{(key == "to" ? "" : rest[renamed.Field.Length..])}"
            : route;
    }
}
