using System.Text.Json;
using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;
using MeshStack.Preview.Transitions;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>A stack on its way, with somebody's workload in every namespace, and what must hold after whatever is done to it.</summary>
internal sealed class Walker
{
    private readonly List<string> _log = [];
    private readonly HashSet<(string Cluster, string Namespace)> _mayGo = [];
    private readonly Dictionary<string, string> _roots = new(StringComparer.Ordinal);
    private readonly Action<string> _count;
    private int _moves;

    /// <summary>A walk that begins with nothing, or with a stack that the version of before left behind.</summary>
    /// <param name="topology">Name of the variant with the topology.</param>
    /// <param name="isOfBefore">Whether the version of before was there.</param>
    /// <param name="count">Takes note of what happens.</param>
    public Walker(string topology, bool isOfBefore, Action<string> count)
    {
        _count = count;
        World = new World("cluster01", "cluster02", "fra-admin", "elsewhere") { HasAuthorities = true };
        Stack = new EngineStack(World);
        Wish = new(new DefinitionWish(topology));
        if (isOfBefore)
        {
            Note("of before");
            Assert.Equal(0, Stack.Up(FrozenStack.Load(topology)).ExitCode);
            AddWorkloads();
            Applied = Wish;
        }
    }

    public World World { get; }

    public EngineStack Stack { get; }

    /// <summary>The definition as it is now.</summary>
    public Wish Wish { get; set; }

    /// <summary>The definition of the last update that went through; null before that.</summary>
    public Wish? Applied { get; private set; }

    /// <summary>Whether an update by the program of today has gone through.</summary>
    public bool IsOfToday { get; private set; }

    /// <summary>What happened until now.</summary>
    public string Log => string.Join("\n", _log);

    public void Note(string what)
    {
        _count(what.Split(':')[0]);
        _log.Add(what);
    }

    /// <summary>The clusters that nobody will see again.</summary>
    public HashSet<string> Gone { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether an update of it has ended, so that the program itself holds the next one against it.</summary>
    public bool HasEnded => LastState is not null;

    /// <summary><c>pulumi up</c> of the definition as it is now.</summary>
    public UpdateResult Up(UpdateOptions? options = null, Wish? wish = null)
    {
        var asked = (wish ?? Wish).Valid();

        // docs/operations.md: until then the export is what a change is held against.
        if (!HasEnded && Notices().Where(n => n.Kind == TransitionKind.Refused).ToList() is { Count: > 0 } refused)
        {
            var result = new UpdateResult { ExitCode = 1 };
            result.Errors.Add(string.Join('\n', refused.Select(n => n.ToString())));
            Note("refused before the first has ended");
            _log.Add($"preview --deployed of {asked}\n    {result}");
            return result;
        }

        if (asked.Definition.Namespace == NamespaceWish.DeletedWithMesh)
        {
            _mayGo.Add(("cluster01", "namespace02"));
        }

        var done = Do(options, "up", () => Stack.Up(WishPrograms.Of(asked, World, MeshId), options));
        if (done.ExitCode == 0 && options is null or { Target.IsEmpty: true, Exclude.IsEmpty: true })
        {
            (Applied, IsOfToday) = (asked, true);
        }

        CheckDeletions(asked, isDestroyed: false);
        return done;
    }

    /// <summary><c>pulumi preview</c> of the definition as it is now.</summary>
    public UpdateResult Preview(UpdateOptions options) => Stack.Preview(WishPrograms.Of(Wish.Valid(), World, MeshId), options);

    public UpdateResult Destroy(UpdateOptions options)
    {
        var result = Do(options, "destroy", () => Stack.Destroy(options));
        CheckDeletions(Wish, isDestroyed: true);
        return result;
    }

    /// <summary><c>pulumi state unprotect --all</c>: the root may go from now on.</summary>
    public void Unprotect()
    {
        _roots.Clear();
        Stack.Unprotect();
    }

    public UpdateResult Refresh(UpdateOptions? options = null)
    {
        var result = Do(options, "refresh", () => Stack.Refresh(options));
        CheckDeletions(Wish, isDestroyed: false);
        return result;
    }

    /// <summary>What <c>meshstack preview --deployed</c> says of the export of the stack.</summary>
    public IReadOnlyList<TransitionNotice> Notices()
    {
        if (Stack.State is null)
        {
            return [];
        }

        using var export = JsonDocument.Parse(Stack.State.ToExport());
        var asked = WishPrograms.Of(Wish.Valid(), World, MeshId).Asked;
        return StackExport.Read(export.RootElement, ClusterNames.Of(asked)) is { } applied ? MeshTransition.Check(applied, asked) : [];
    }

    /// <summary>What vouched for the second cluster when the stack was last updated.</summary>
    public string? AuthorityOfSecond => Wish.Definition.Second is { } name ? LastState?.Clusters.GetValueOrDefault(name)?.Authority : null;

    /// <summary>What vouched for the cluster that a line is about.</summary>
    public string? AuthorityOf(string line) =>
        LastState?.Clusters.GetValueOrDefault(line.Split(':')[0])?.Authority
        ?? AuthorityOfFormer
        // Where no update has ended that knew it, whoever began one knows where it led.
        ?? World.AuthorityOf(
            Stack.State?.Live.FirstOrDefault(r => r.IsProvider && Urn.Name(r.Urn) != "cluster01-provider")?.Outputs.TextAt("context")
        );

    // Under the name that it had.
    private string? AuthorityOfFormer =>
        Wish.Definition.RenamedFrom is { } name ? LastState?.Clusters.GetValueOrDefault(name)?.Authority : null;

    /// <summary>A definition by which the second cluster is another one from now on.</summary>
    /// <param name="wish">The definition.</param>
    /// <param name="old">The cluster that its context leads to again; null where it does.</param>
    public Wish Moved(Wish wish, string? old)
    {
        // A context of its own, with an identifier that no cluster had.
        var cluster = World.Contexts[wish.Context].Cluster;
        var id = FormattableString.Invariant($"{cluster}-{++_moves}");
        World.PointContext("to-" + id, cluster);
        if (old is not null)
        {
            World.PointContext(wish.Context, old);
        }

        return wish with
        {
            Context = "to-" + id,
            Identifier = id,
        };
    }

    /// <summary>Whether the stack has something in the cluster of a context: where that leads is not for anybody to change.</summary>
    public bool IsInUse(string context) => Stack.State?.Resources.Any(r => r.IsProvider && r.Outputs.TextAt("context") == context) ?? false;

    private MeshState? LastState => Stack.State?.StackOutputs.TextAt(MeshState.OutputName) is { } json ? MeshState.Parse(json) : null;

    private string? MeshId => LastState?.MeshId;

    private UpdateResult Do(UpdateOptions? options, string what, Func<UpdateResult> act)
    {
        var result = act();
        var flags = options is null
            ? ""
            : (options.SkipPreview ? " --skip-preview" : "")
                + string.Concat(options.Target.Select(t => $" --target {t}"))
                + string.Concat(options.Exclude.Select(t => $" --exclude {t}"))
                + string.Concat(options.Replace.Select(t => $" --replace {t}"))
                + (options.ExcludeProtected ? " --exclude-protected" : "");
        _log.Add($"{what}{flags} of {Wish}\n    {result.ToString().Replace("\n", "\n    ", StringComparison.Ordinal)}");
        _count(
            result.ExitCode switch
            {
                0 => what + " done",
                137 => what + " killed",
                8 => what + " interrupted",
                _ => result.Errors.Any(e => e.StartsWith("This change", StringComparison.Ordinal)) ? what + " refused" : what + " failed",
            }
        );
        AddWorkloads();
        Assert.True(Stack.State?.IntegrityError() is null, Stack.State?.IntegrityError());
        CheckTrust();
        CheckRoots();
        return result;
    }

    /// <summary>Nobody's workload goes with a namespace that was not meant to.</summary>
    private void CheckDeletions(Wish asked, bool isDestroyed)
    {
        foreach (var (name, cluster) in World.Clusters)
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
        var clusters = (Stack.State?.Live ?? [])
            .Where(r => r.Type == "pulumi:providers:kubernetes")
            .Select(r => World.Contexts.GetValueOrDefault(r.Outputs.TextAt("context") ?? "")?.Cluster)
            .OfType<string>()
            .Where(c => World[c].Releases.ContainsKey("istio-system/istiod") && ClusterTrust.SigningRoot(World, c) is not null)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var (one, other) in clusters.SelectMany(one => clusters.Select(other => (one, other))))
        {
            Assert.True(ClusterTrust.Accepts(World, one, other), $"{one} refuses {other}");
        }
    }

    /// <summary>A root stays what it is as long as it is there, and one is there as long as anything is.</summary>
    private void CheckRoots()
    {
        var found = (Stack.State?.Live ?? [])
            .Where(r => r.Type.StartsWith("tls:", StringComparison.Ordinal) && r.Type.EndsWith("SelfSignedCert", StringComparison.Ordinal))
            .Where(r => Urn.Name(r.Urn).Contains("trust-root-", StringComparison.Ordinal))
            .ToDictionary(r => Urn.Name(r.Urn)[^1..], r => r.Outputs.TextAt("certPem") ?? "", StringComparer.Ordinal);
        foreach (var (generation, certificate) in found)
        {
            Assert.True(_roots.GetValueOrDefault(generation, certificate) == certificate, $"root {generation} is another one than it was");
            _roots[generation] = certificate;
        }

        if (_roots.Count > 0 && Stack.State?.Resources.Length > 0 && Stack.State.Resources.Any(r => r.Protect))
        {
            Assert.True(found.Count > 0, "no root is left");
        }

        foreach (var gone in _roots.Keys.Where(g => !found.ContainsKey(g)).ToList())
        {
            _roots.Remove(gone);
        }
    }

    private void AddWorkloads()
    {
        foreach (var cluster in World.Clusters.Values)
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
