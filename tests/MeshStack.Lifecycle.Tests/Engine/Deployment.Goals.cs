namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>What a goal means: its parent, its old resource, and whether it is among those asked for.</summary>
internal sealed partial class Deployment
{
    private Goal Inherit(Goal goal)
    {
        if (goal.Type == Urn.RootStackType)
        {
            return goal;
        }

        goal = goal with { Parent = goal.Parent ?? Urn.Create(_stack, _project, null, Urn.RootStackType, $"{_project}-{_stack}") };
        if (!_goals.TryGetValue(goal.Parent, out var parent))
        {
            throw Bail(goal.Parent, $"the parent of {goal.Name} is not registered");
        }

        // Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/source_eval.go, inheritFromParent.
        return goal with
        {
            DeletedWith = goal.DeletedWith ?? parent.DeletedWith,
            Protect = goal.Protect ?? parent.Protect,
            RetainOnDelete = goal.RetainOnDelete ?? parent.RetainOnDelete,
        };
    }

    private static ResourceState New(Goal goal, string urn) =>
        new()
        {
            Urn = urn,
            Custom = goal.Custom,
            Inputs = goal.Inputs,
            Parent = goal.Parent,
            Dependencies = goal.Dependencies,
            Provider = goal.Provider,
            Protect = goal.Protect ?? false,
            RetainOnDelete = goal.RetainOnDelete ?? false,
            DeletedWith = goal.DeletedWith,
        };

    private int? FindOld(Goal goal, string urn)
    {
        foreach (var candidate in _aliases.Of(goal).Prepend(urn))
        {
            if (_journal.OldIndex(candidate) is not { } index)
            {
                continue;
            }

            if (candidate != urn)
            {
                if (_goals.ContainsKey(candidate) || _aliases.NowOf.ContainsKey(candidate))
                {
                    throw Bail(urn, $"Duplicate resource alias '{candidate}' applied to resource with URN '{urn}'");
                }

                _aliases.Add(candidate, urn);
            }

            return index;
        }

        return null;
    }

    private bool IsIncluded(ResourceState state)
    {
        if (_targets.IsConstrained)
        {
            var isTarget = _targets.Contains(state.Urn) || (_options.TargetDependents && state.AllDependencies().Any(_targets.Contains));
            if (isTarget && _options.TargetDependents)
            {
                _targets.Add(state.Urn);
            }

            if (isTarget && state.AllDependencies().FirstOrDefault(_skippedCreates.Contains) is { } skipped)
            {
                throw Bail(state.Urn, $"depends on {skipped}, which was not specified in --target list and is not created yet");
            }

            return isTarget;
        }

        var isExcluded = _excludes.Contains(state.Urn) || (_options.ExcludeDependents && state.AllDependencies().Any(_excludes.Contains));
        if (isExcluded && _options.ExcludeDependents)
        {
            _excludes.Add(state.Urn);
        }

        return !isExcluded;
    }

    /// <summary>Leaves out what is not there and not asked for: the program gets its inputs back.</summary>
    private ResourceState SkipCreate(ResourceState state)
    {
        _skippedCreates.Add(state.Urn);
        Result.Add(new(StepOp.SkippedCreate, state.Urn));
        return state with { Id = Properties.Unknown, Outputs = state.Custom ? state.Inputs : PropertyMap.Empty };
    }

    /// <summary>Leaves what is not asked for as it was, and what it needs too.</summary>
    private ResourceState Keep(ResourceState state, int old)
    {
        foreach (var index in _graph.Value.WithDependencies([old]).Order().Where(i => !_journal.IsDone(i) && !_journal.Olds[i].Delete))
        {
            // A renamed one is known by its new name from now on.
            var kept = index == old ? _journal.Olds[index] with { Urn = state.Urn } : _journal.Olds[index];
            Result.Add(new(StepOp.Same, kept.Urn));
            _journal.Write(kept, index);
        }

        return _journal.New(state.Urn)!;
    }

    private ResourceState Read(Goal goal, string urn)
    {
        var old = FindOld(goal, urn);
        var state = New(goal, urn) with { Custom = true, External = true, Id = goal.ReadId };
        Result.Add(new(StepOp.Read, urn));
        if (state.Provider?.EndsWith("::" + Properties.Unknown, StringComparison.Ordinal) ?? false)
        {
            state = state with { Outputs = PropertyMap.Empty };
        }
        else
        {
            var provider = _providers.Of(state)!;
            var id = goal.ReadId!;
            var before = old is { } index ? _journal.Olds[index] : null;
            var read = _executor.Call("Read", urn, () => provider.Read(urn, id, state.Inputs, state.Inputs), out _);
            state = state with { Outputs = read?.Outputs ?? throw Bail(urn, $"resource '{id}' does not exist") };
        }

        // Another object of that name which was the stack's own still has to go; the same one is let go of.
        if (old is { } replaced && _journal.Olds[replaced] is { External: false } own && own.Id != state.Id)
        {
            _journal.Mark(replaced, r => r with { Delete = true });
            old = null;
        }

        _journal.Write(state, old);
        return state;
    }
}
