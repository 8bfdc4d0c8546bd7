using System.Collections.Immutable;
using MeshStack.Manifests;
using Pulumi.Testing;
using State = System.Collections.Immutable.ImmutableDictionary<string, object>;

namespace MeshStack.Offline.Placeholders;

/// <summary>What a cluster would add to an object: its name, a load balancer's address, a service account's token.</summary>
internal static class KubernetesState
{
    private const string ServiceAccountToken = "kubernetes.io/service-account-token";
    private static readonly string[] TokenKeys = ["ca.crt", "namespace", "token"];

    public static (string Id, State State) Of(MockResourceArgs args, string? cluster, bool isRead)
    {
        var (type, resource) = (args.Type!, args.Name!);
        var state = isRead ? ReadState(type, args.Id!).SetItems(args.Inputs) : args.Inputs;
        if (!type.EndsWith("List", StringComparison.Ordinal) && state.ContainsKey("kind"))
        {
            state = state.SetItem("metadata", state.MapAt("metadata").Default("name", Placeholder.Of(cluster, resource, "name")));
        }

        var metadata = state.MapAt("metadata");
        var name = metadata.TextAt("name") ?? resource;
        state = type switch
        {
            PulumiTypes.Service => WithAddresses(state, cluster, PlaceholderName.OfService(name), isRead),
            PulumiTypes.Secret => WithToken(state, cluster, name, isRead),
            _ => state,
        };
        return (
            isRead ? args.Id!
            : metadata.TextAt("namespace") is { } ns ? $"{ns}/{name}"
            : name,
            state
        );
    }

    // A read is asked for without any inputs: the id and the type say what the object is.
    private static State ReadState(string type, string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        var metadata = StateMaps.Map(("name", id[(slash + 1)..]));
        var (version, kind) = type.Split(':') is [_, var group, var last] ? (group, last) : ("", "");
        return StateMaps.Map(
            ("apiVersion", version.StartsWith("core/", StringComparison.Ordinal) ? version["core/".Length..] : version),
            ("kind", kind),
            ("metadata", slash < 0 ? metadata : metadata.Add("namespace", id[..slash]))
        );
    }

    private static State WithAddresses(State state, string? cluster, string service, bool isRead)
    {
        var spec = state.MapAt("spec");
        var balanced = isRead || spec.TextAt("type") == "LoadBalancer";
        var ingress = balanced ? [StateMaps.Map(("ip", Placeholder.Of(cluster, service, "address")))] : ImmutableArray<object>.Empty;
        return state
            .SetItem("spec", spec.Default("clusterIP", Placeholder.Of(cluster, service, "clusterIP")))
            .SetItem("status", StateMaps.Map(("loadBalancer", StateMaps.Map(("ingress", ingress)))));
    }

    private static State WithToken(State state, string? cluster, string name, bool isRead)
    {
        if (!isRead && state.TextAt("type") != ServiceAccountToken)
        {
            return state;
        }

        var data = TokenKeys.Aggregate(state.MapAt("data"), (map, key) => map.Default(key, Placeholder.Base64(cluster, name, key)));
        return state.SetItem("data", data);
    }
}
