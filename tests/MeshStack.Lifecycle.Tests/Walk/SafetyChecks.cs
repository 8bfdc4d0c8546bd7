using MeshStack.Lifecycle.Tests.Program;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>What must hold after whatever is done to a stack: workloads stay, clusters accept each other, and roots are what they
/// were.</summary>
/// <param name="stack">The stack.</param>
internal sealed class SafetyChecks(EngineStack stack)
{
    private readonly World _world = stack.World;
    private readonly HashSet<(string Cluster, string Namespace)> _mayGo = [];
    private readonly Dictionary<string, string> _roots = new(StringComparer.Ordinal);

    /// <summary>A namespace may go with all that is in it, because a definition said so once.</summary>
    public void LetGo(string cluster, string ns) => _mayGo.Add((cluster, ns));

    /// <summary>The roots may go, because somebody took their protection away.</summary>
    public void LetRootsGo() => _roots.Clear();

    /// <summary>What holds after every command.</summary>
    public void Check()
    {
        AddWorkloads();
        Assert.True(stack.State?.IntegrityError() is null, stack.State?.IntegrityError());
        CheckTrust();
        CheckRoots();
    }

    /// <summary>Nobody's workload goes with a namespace that was not meant to.</summary>
    public void CheckDeletions(Wish asked, bool isDestroyed)
    {
        foreach (var (name, cluster) in _world.Clusters)
        {
            foreach (var change in cluster.Events.Where(e => e.Verb is "Deleted" or "Cascaded"))
            {
                var ns = change.Object.Kind == "Namespace" ? change.Object.Name : change.Object.Namespace ?? "";
                var isMeant = isDestroyed || asked.RemovedNamespaces.Contains($"{name}/{ns}");
                Assert.False(
                    (change.Object.Kind == "Namespace" || change.Object.Name == "of-a-user") && !(isMeant && _mayGo.Contains((name, ns))),
                    $"in {name}: {change}"
                );
            }

            cluster.Events.Clear();
        }

        AddWorkloads();
    }

    /// <summary>Clusters of the mesh that run accept each other's certificates.</summary>
    private void CheckTrust()
    {
        var clusters = (stack.State?.Live ?? [])
            .Where(r => r.Type == "pulumi:providers:kubernetes")
            .Select(r => _world.Contexts.GetValueOrDefault(r.Outputs.TextAt("context") ?? "")?.Cluster)
            .OfType<string>()
            .Where(c => _world[c].Releases.ContainsKey("istio-system/istiod") && ClusterTrust.SigningRoot(_world, c) is not null)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var (one, other) in clusters.SelectMany(one => clusters.Select(other => (one, other))))
        {
            Assert.True(ClusterTrust.Accepts(_world, one, other), $"{one} refuses {other}");
        }
    }

    /// <summary>A root stays what it is as long as it is there, and one is there as long as anything is.</summary>
    private void CheckRoots()
    {
        var found = (stack.State?.Live ?? [])
            .Where(r => r.Type.StartsWith("tls:", StringComparison.Ordinal) && r.Type.EndsWith("SelfSignedCert", StringComparison.Ordinal))
            .Where(r => Urn.Name(r.Urn).Contains("trust-root-", StringComparison.Ordinal))
            .ToDictionary(r => Urn.Name(r.Urn)[^1..], r => r.Outputs.TextAt("certPem") ?? "", StringComparer.Ordinal);
        foreach (var (generation, certificate) in found)
        {
            Assert.True(_roots.GetValueOrDefault(generation, certificate) == certificate, $"root {generation} is another one than it was");
            _roots[generation] = certificate;
        }

        if (_roots.Count > 0 && stack.State?.Resources.Length > 0 && stack.State.Resources.Any(r => r.Protect))
        {
            Assert.True(found.Count > 0, "no root is left");
        }

        foreach (var gone in _roots.Keys.Where(g => !found.ContainsKey(g)).ToList())
        {
            _roots.Remove(gone);
        }
    }

    /// <summary>Puts a workload of somebody's into every namespace.</summary>
    public void AddWorkloads()
    {
        foreach (var cluster in _world.Clusters.Values)
        {
            var events = cluster.Events.Count;
            foreach (var ns in cluster.Objects.Where(o => o.Kind == "Namespace").Select(o => o.Name).ToList())
            {
                if (!cluster.Has("Deployment", ns, "of-a-user"))
                {
                    cluster.Add("Deployment", ns, "of-a-user");
                }
            }

            cluster.Events.RemoveRange(events, cluster.Events.Count - events);
        }
    }
}
