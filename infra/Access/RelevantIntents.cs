using System.Collections.Immutable;
using MeshStack.Definition;

namespace MeshStack.Infra.Access;

/// <summary>The intents that can have a say in what becomes of one caller's request to one host.</summary>
/// <remarks>
/// An intent's objects are for its own service: they select its workload in its namespace, expose its hosts at the gateways of its cluster, and are
/// imported by its callers' namespaces. Whatever is neither in the namespace of a service with the host, nor called from the caller's namespace, nor
/// in that namespace, nor at the same ingress has none for this request; objects of the mesh itself are composed always.
/// </remarks>
internal static class RelevantIntents
{
    /// <summary>The definition without the other intents; all of it where no service has the host.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="hosts">The host, in the forms that it may mean.</param>
    /// <param name="cluster">The caller's cluster; null for a caller outside.</param>
    /// <param name="space">The caller's namespace; null for a caller outside.</param>
    public static MeshDefinition Of(MeshDefinition definition, IReadOnlySet<string> hosts, string? cluster, string? space)
    {
        var meant = definition.Services.Where(s => HostsOf(s.Args).Any(hosts.Contains)).ToList();
        if (meant.Count == 0)
        {
            return definition;
        }

        var spaces = meant.Select(s => s.Args.Namespace).Append(space).ToHashSet(StringComparer.Ordinal);
        var doors = cluster == null ? meant.Select(s => s.Args.ControlPlane.Cluster.Name).ToHashSet(StringComparer.Ordinal) : [];
        var called = definition.Accesses.Where(a => a.Args.Type == ClientTypes.External ? cluster == null : a.Args.Namespace == space).Select(a => a.Service).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Intent<InboundServiceIntent>> services =
        [
            .. definition.Services.Where(s => spaces.Contains(s.Args.Namespace) || (cluster == null ? doors.Contains(s.Args.ControlPlane.Cluster.Name) && s.Args.ExternalName != null : called.Contains(s.Name))),
        ];
        var names = services.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        return definition with { Services = services, Accesses = [.. definition.Accesses.Where(a => names.Contains(a.Service))] };
    }

    /// <summary>The hosts under which a service is asked for.</summary>
    public static IEnumerable<string> HostsOf(InboundServiceIntent args)
    {
        foreach (var service in args.InstanceServices.Prepend(args.Service))
        {
            yield return $"{service}.{args.Namespace}.svc.cluster.local";
            yield return $"{service}.{args.Namespace}.{args.ControlPlane.Cluster.Domain}";
        }

        if (args.ExternalName is { } external)
        {
            yield return external;
        }
    }
}
