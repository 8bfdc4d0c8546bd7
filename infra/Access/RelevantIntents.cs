using MeshStack.Definition;

namespace MeshStack.Infra.Access;

/// <summary>The intents that can have a say in what becomes of one caller's request to one host, as their kinds say.</summary>
internal static class RelevantIntents
{
    /// <inheritdoc cref="Definition.Intents.RelevantIntents.Of"/>
    public static MeshDefinition Of(MeshDefinition definition, IReadOnlySet<string> hosts, string? cluster, string? space)
        => Definition.Intents.RelevantIntents.Of(definition, hosts, cluster, space);

    /// <summary>The hosts under which a service is asked for.</summary>
    public static IEnumerable<string> HostsOf(InboundServiceIntent service) => service.Hosts;
}
