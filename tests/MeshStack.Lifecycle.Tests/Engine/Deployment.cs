namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>One run of the engine: a preview, or an update. Decides what is to be done for each registration, and does it.</summary>
/// <remarks>
/// Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step_generator.go. Left out are import, plans, analyzers,
/// views, hooks, replaceWith, and that what depends by its inputs on something that is deleted before its replacement can be deleted too.
/// </remarks>
internal sealed partial class Deployment : IResourceMonitor
{
    private readonly string _stack;
    private readonly string _project;
    private readonly UpdateOptions _options;
    private readonly StepExecutor _executor;
    private readonly Journal _journal;
    private readonly AliasTable _aliases;
    private readonly ProviderRegistry _providers;
    private readonly Lazy<DependencyGraph> _graph;
    private readonly UrnTargets _targets;
    private readonly UrnTargets _excludes;
    private readonly Dictionary<string, Goal> _goals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PropertyMap> _newProviders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _skippedCreates = new(StringComparer.Ordinal);
    private readonly HashSet<string> _replaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deletes = new(StringComparer.Ordinal);
    private PropertyMap? _stackOutputs;

    public Deployment(EngineStack stack, UpdateOptions options, bool isPreview, UpdateResult result)
    {
        (_stack, _project, _options) = (stack.Name, stack.Project, options);
        _executor = new(stack.World, isPreview, result);
        _journal = new(stack.State ?? Snapshot.Empty);
        _graph = new(() => new(_journal.Olds));
        _aliases = new(_stack, _project);
        _targets = new(options.Target);
        _excludes = new(options.Exclude);
        _providers = new(stack.World, new StackReferences(stack.World, () => isPreview || stack.State is null ? stack.State : Snapshot));
        foreach (var provider in _journal.Olds.Where(r => r.IsProvider))
        {
            _providers.Add(provider);
        }
    }

    public bool IsPreview => _executor.IsPreview;

    /// <summary>The state as it is written now.</summary>
    public Snapshot Snapshot => _journal.ToSnapshot(_aliases.NowOf);

    private UpdateResult Result => _executor.Result;

    public RegisterResult RegisterResource(Goal goal)
    {
        _executor.ThrowIfStopped();
        goal = Inherit(goal);
        var urn = Urn.Create(_stack, _project, goal.Parent, goal.Type, goal.Name);
        if (!_goals.TryAdd(urn, goal))
        {
            throw Bail(urn, "Duplicate resource URN; try giving it a unique name");
        }

        var state = goal.ReadId is not null ? Read(goal, urn) : Register(goal, urn);
        if (_skippedCreates.Count > 0 && Snapshot.IntegrityError() is { } error)
        {
            _journal.TakeBack();
            throw Bail(urn, $"failed to verify snapshot: {error}");
        }

        var id = state.Id == Properties.Unknown ? null : state.Id;
        return new(urn, id, state.Outputs);
    }

    public void RegisterResourceOutputs(string urn, PropertyMap outputs)
    {
        // Those of the stack are written at the end.
        if (Urn.Type(urn) == Urn.RootStackType)
        {
            _stackOutputs = outputs;
        }
        else
        {
            _journal.SetOutputs(urn, outputs);
        }
    }

    public PropertyMap Invoke(string token, PropertyMap args) =>
        token switch
        {
            "pulumi:pulumi:readStackOutputs" => _providers.Builtin.ReadStackOutputs(args.TextAt("name")!),
            "pulumi:pulumi:readStackResourceOutputs" => _providers.Builtin.ReadStackResourceOutputs(args.TextAt("stackName")!),
            _ => throw new ProviderException($"unknown function {token}"),
        };

    public void Warn(string message) => Result.Warnings.Add(message);

    private ResourceState Register(Goal goal, string urn)
    {
        var old = FindOld(goal, urn);
        var before = old is { } index ? _journal.Olds[index] : null;
        var state = New(goal, urn);
        var isTargeted = state.IsProvider || state.Type == Urn.RootStackType || IsIncluded(state);
        if (before is not null)
        {
            state = state with
            {
                Inputs = goal.IgnoreChanges.Aggregate(
                    state.Inputs,
                    (inputs, key) => before.Inputs.TryGetValue(key, out var kept) ? inputs.SetItem(key, kept) : inputs.Remove(key)
                ),
            };
        }

        var provider = isTargeted || before is null ? _providers.Of(state) : null;
        if (provider is not null && isTargeted)
        {
            // What is to be replaced is checked as if it were new. Source: step_generator.go, isTargetedReplace and generateSteps.
            var isKnown = before is { External: false } && !_options.Replace.Contains(urn);
            state = state with { Inputs = provider.Check(isKnown ? before!.Inputs : null, state.Inputs) };
            if (provider is KubernetesProvider { IsSkipped: true })
            {
                Warn($"{Urn.Short(urn)}: Cluster is unreachable but skipUpdateUnreachable flag is set to true, skipping...");
            }
        }

        var written =
            before is null && isTargeted ? _executor.Create(_journal, provider, state, new(StepOp.Create, urn))
            : before is null ? SkipCreate(state)
            : !isTargeted ? Keep(state, old!.Value)
            : before.External || _deletes.Remove(urn) ? Replace(state, old!.Value, provider, isDeleteFirst: !before.External)
            : Change(goal, state, old!.Value, provider);
        if (written.IsProvider)
        {
            _providers.Add(written);
            _newProviders[urn] = written.Inputs;
        }

        return written;
    }

    /// <summary>Compares with what is there, and does what follows from that.</summary>
    private ResourceState Change(Goal goal, ResourceState state, int old, IResourceProvider? provider)
    {
        var before = _journal.Olds[old];
        var diff = Diff(state, before, provider);
        if (!diff.HasChanges && !before.PendingReplacement)
        {
            return before.InitError is not null ? _executor.Update(_journal, provider, state, old) : Same(state, old);
        }

        if (diff.Replaces.Length == 0 && !before.PendingReplacement)
        {
            return _executor.Update(_journal, provider, state, old);
        }

        if (state.Protect && before.Protect && !_options.IgnoreProtect)
        {
            const string Message = "unable to replace resource as it is currently marked for protection";
            if (!IsPreview)
            {
                throw Bail(state.Urn, Message);
            }

            _executor.Report(state.Urn, Message);
        }

        return Replace(state, old, provider, goal.DeleteBeforeReplace ?? diff.DeleteBeforeReplace);
    }

    private DiffResult Diff(ResourceState state, ResourceState before, IResourceProvider? provider)
    {
        // Before anybody is asked, so that nothing makes room for the new one. Source: step_generator.go, isTargetedReplace and diff.
        if (_options.Replace.Contains(state.Urn))
        {
            return new(true, ["id"]);
        }

        if (state.DeletedWith is { } other && _replaces.Contains(other))
        {
            return new(true, ["deletedWith"]);
        }

        if (ProviderChanged(state, before))
        {
            // The provider itself is not asked any more, so that nothing makes room for the new one.
            return new(true, ["provider"]);
        }

        return provider?.Diff(before, state.Inputs) ?? (Properties.Same(before.Inputs, state.Inputs) ? DiffResult.None : DiffResult.Update);
    }

    private bool ProviderChanged(ResourceState state, ResourceState before)
    {
        if (state.Provider == before.Provider)
        {
            return false;
        }

        if (state.Provider is null || before.Provider is null)
        {
            return true;
        }

        var isRenamed = _aliases.NowOf.GetValueOrDefault(before.ProviderUrn!) == state.ProviderUrn;
        return !isRenamed
            && _journal.OldIndex(before.ProviderUrn!) is { } provider
            && _providers.Configuration.DiffConfig(_journal.Olds[provider].Inputs, _newProviders[state.ProviderUrn!]).Replaces.Length > 0;
    }

    private ResourceState Same(ResourceState state, int old)
    {
        var before = _journal.Olds[old];
        state = state with { Id = before.Id, Outputs = before.Outputs };
        Result.Add(new(StepOp.Same, state.Urn));
        _journal.Write(state, old);
        return state;
    }

    private BailException Bail(string urn, string message)
    {
        _executor.Fail(urn, message);
        return new(message);
    }
}
