using System.Collections.Immutable;
using MeshStack.Manifests;
using Pulumi.Testing;

namespace MeshStack.Offline.Placeholders;

/// <summary>What Helm would add to a release: its generated name and that it is deployed.</summary>
internal static class HelmReleaseState
{
    public static (string Id, ImmutableDictionary<string, object> State) Of(MockResourceArgs args, string? cluster, bool isRead)
    {
        var slash = isRead ? args.Id!.IndexOf('/', StringComparison.Ordinal) : -1;
        var name = isRead ? args.Id![(slash + 1)..] : args.Inputs.TextAt("name") ?? Placeholder.Of(cluster, args.Name, "name");
        var ns = slash > 0 ? args.Id![..slash] : args.Inputs.TextAt("namespace") ?? "default";
        var version = args.Inputs.TextAt("version") ?? Placeholder.Of(cluster, args.Name, "version");
        var status = StateMaps.Map(
            ("appVersion", Placeholder.Of(cluster, args.Name, "appVersion")),
            ("chart", args.Inputs.TextAt("chart") ?? ""),
            ("name", name),
            ("namespace", ns),
            ("revision", 1),
            ("status", "deployed"),
            ("version", version)
        );
        var state = args
            .Inputs.SetItem("name", name)
            .SetItem("namespace", ns)
            .Default("version", version)
            .Default("values", ImmutableDictionary<string, object>.Empty)
            .SetItem("resourceNames", ImmutableDictionary<string, object>.Empty)
            .SetItem("status", status);
        return ($"{ns}/{name}", state);
    }
}
