using System.Collections.Immutable;

namespace MeshStack.Preview.Transitions;

/// <summary>The namespaces of each cluster, and what becomes of them when they leave.</summary>
internal sealed partial class AppliedMesh
{
    /// <remarks>
    /// The engine takes the option from what was asked even where it leaves an object as it is, so a namespace of a cluster that was not
    /// reached may go although its annotation says that it stays.
    /// </remarks>
    private ImmutableSortedDictionary<string, NamespaceHold> Held(
        string cluster,
        ImmutableSortedDictionary<string, NamespaceHold>? asked
    ) =>
        NamespacesOf(cluster)
            .Select(n =>
                KeyValuePair.Create(
                    n.Name,
                    HoldOf(n.Resource) is var hold
                    && hold == NamespaceHold.Retained
                    && asked?.GetValueOrDefault(n.Name) == NamespaceHold.DeletedWithMesh
                        ? NamespaceHold.DeletedWithMesh
                        : hold
                )
            )
            .DistinctBy(n => n.Key)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static NamespaceHold HoldOf(StackResource resource) =>
        resource.Type == PulumiTypes.NamespacePatch
            ? NamespaceHold.Patched
            : resource.Text("metadata", "annotations", StateMarks.Retained) switch
            {
                "true" => NamespaceHold.Retained,
                "false" => NamespaceHold.DeletedWithMesh,
                _ => NamespaceHold.Unretained,
            };

    /// <summary>The labels by which workloads of a namespace get their proxies.</summary>
    private ImmutableSortedDictionary<string, string> References(string cluster, ImmutableSortedDictionary<string, string> asked)
    {
        var found = NamespacesOf(cluster).Where(n => n.Resource.ParentType == "meshstack:index:MeshNamespace").ToList();
        var references = asked.RemoveRange(found.Select(n => n.Name));
        foreach (var (name, resource) in found)
        {
            var reference =
                resource.Text("metadata", "labels", "istio.io/rev")
                ?? (resource.Text("metadata", "labels", "istio-injection") == "enabled" ? RevisionSet.Default : null);
            references = reference is null ? references : references.SetItem(name, reference);
        }

        return references;
    }

    private IEnumerable<(string Name, StackResource Resource)> NamespacesOf(string cluster) =>
        from resource in _resources
        where resource.Type is PulumiTypes.Namespace or PulumiTypes.NamespacePatch
        let name = resource.Text("metadata", "name")
        where name is not null
        where NameIn(cluster, resource) == NameInItsCluster(resource, name)
        select (name, resource);

    private static string NameInItsCluster(StackResource resource, string ns) =>
        resource.ParentType switch
        {
            "meshstack:index:IstioInstall" => "istio-" + ns,
            "meshstack:index:ExternalControlPlane" => "external-" + ns,
            _ => ns,
        };

    /// <summary>Those that nothing keeps when they are no part of any cluster by name.</summary>
    private ImmutableSortedDictionary<string, ImmutableSortedSet<string>> UnclaimedNamespaces()
    {
        var names = _providers.Keys.SelectMany(_names.Of).ToHashSet(StringComparer.Ordinal);
        var unclaimed =
            from resource in _resources
            where resource.Type == PulumiTypes.Namespace && HoldOf(resource) == NamespaceHold.Unretained && resource.TopType is not null
            let ns = resource.Text("metadata", "name")
            where ns is not null
            let end = "-" + NameInItsCluster(resource, ns)
            where resource.Name.EndsWith(end, StringComparison.Ordinal)
            let cluster = resource.Name[..^end.Length]
            where !names.Contains(cluster)
            group ns by cluster;
        return unclaimed.ToImmutableSortedDictionary(
            c => c.Key,
            c => c.ToImmutableSortedSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }
}
