using System.Text.Json;
using MeshStack.Lifecycle.Tests.Stacks;
using MeshStack.Preview.Transitions;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>A stack on its way, with somebody's workload in every namespace, and what must hold after whatever is done to it.</summary>
internal sealed class Walker
{
    private readonly List<string> _log = [];
    private readonly SafetyChecks _checks;
    private readonly Action<string> _count;
    private (Snapshot? State, Wish? Wish, IReadOnlyList<TransitionNotice> Notices) _read = (null, null, []);
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
        _checks = new(Stack);
        Wish = new(new DefinitionWish(topology));
        if (isOfBefore)
        {
            Note("of before");
            Assert.Equal(0, Stack.Up(FrozenStack.Load(topology)).ExitCode);
            _checks.AddWorkloads();
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
            _checks.LetGo("cluster01", "namespace02");
        }

        var done = Do(options, "up", () => Stack.Up(WishPrograms.Of(asked, World, MeshId), options));
        if (done.ExitCode == 0 && options is null or { Target.IsEmpty: true, Exclude.IsEmpty: true })
        {
            (Applied, IsOfToday) = (asked, true);
        }

        _checks.CheckDeletions(asked, isDestroyed: false);
        return done;
    }

    /// <summary><c>pulumi preview</c> of the definition as it is now.</summary>
    public UpdateResult Preview(UpdateOptions options) => Stack.Preview(WishPrograms.Of(Wish.Valid(), World, MeshId), options);

    public UpdateResult Destroy(UpdateOptions options)
    {
        var result = Do(options, "destroy", () => Stack.Destroy(options));
        _checks.CheckDeletions(Wish, isDestroyed: true);
        return result;
    }

    /// <summary><c>pulumi state unprotect --all</c>: the root may go from now on.</summary>
    public void Unprotect()
    {
        _checks.LetRootsGo();
        Stack.Unprotect();
    }

    public UpdateResult Refresh(UpdateOptions? options = null)
    {
        var result = Do(options, "refresh", () => Stack.Refresh(options));
        _checks.CheckDeletions(Wish, isDestroyed: false);
        return result;
    }

    /// <summary>What <c>meshstack preview --deployed</c> says of the export of the stack.</summary>
    public IReadOnlyList<TransitionNotice> Notices()
    {
        if (Stack.State is not { } state)
        {
            return [];
        }

        // Of the same export and definition it says the same, and it is read several times between two updates.
        var wish = Wish.Valid();
        if (!ReferenceEquals(_read.State, state) || _read.Wish != wish)
        {
            using var export = JsonDocument.Parse(state.ToExport());
            var asked = WishPrograms.Of(wish, World, MeshId).Asked;
            var applied = StackExport.Read(export.RootElement, ClusterNames.Of(asked));
            _read = (state, wish, applied is null ? [] : MeshTransition.Check(applied, asked));
        }

        return _read.Notices;
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
        _checks.Check();
        return result;
    }
}
