namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>Replacements: the new one first, and the old one at the end, unless there is no room for both.</summary>
internal sealed partial class Deployment
{
    private ResourceState Replace(ResourceState state, int old, IResourceProvider? provider, bool isDeleteFirst)
    {
        var before = _journal.Olds[old];
        _replaces.Add(state.Urn);
        var step = new Step(StepOp.Replace, state.Urn, isDeleteFirst);
        if (!isDeleteFirst)
        {
            try
            {
                return _executor.Create(_journal, provider, state, step);
            }
            finally
            {
                // What was made and does not become ready has taken its place too; what was not made has not.
                // Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step.go, CreateStep.Apply, which marks the old
                // one before it returns the error of a partial failure.
                if (_journal.New(state.Urn) is not null)
                {
                    _journal.Mark(old, r => r with { Delete = true });
                }
            }
        }

        if (!before.PendingReplacement)
        {
            DeleteFirst(old);
        }

        return _executor.Create(_journal, provider, state, step, old);
    }

    /// <summary>Deletes what has to make room, and before it what would not survive that.</summary>
    private void DeleteFirst(int root)
    {
        var condemned = new List<int> { root };
        for (var i = root + 1; i < _journal.Olds.Count; i++)
        {
            var other = _journal.Olds[i];
            if (
                other is { Custom: true, External: false, Delete: false }
                && !_journal.IsDone(i)
                && condemned.Select(c => _journal.Olds[c].Urn).Any(urn => urn == other.DeletedWith || urn == other.ProviderUrn)
            )
            {
                condemned.Add(i);
            }
        }

        if (condemned.Skip(1).Select(i => _journal.Olds[i]).FirstOrDefault(r => r.Protect) is { } protectedOne && !_options.IgnoreProtect)
        {
            throw Bail(_journal.Olds[root].Urn, $"unable to replace resource {protectedOne.Urn} as it is currently marked for protection");
        }

        _deletes.UnionWith(condemned.Select(i => _journal.Olds[i].Urn));
        foreach (var index in condemned.AsEnumerable().Reverse())
        {
            var step = new Step(StepOp.DeleteReplaced, _journal.Olds[index].Urn, IsDeleteFirst: true);
            if (!_executor.Delete(_journal, _providers.Of, index, step, urn => _deletes.Contains(urn) && urn != step.Urn))
            {
                throw new BailException("a resource could not be deleted for its replacement");
            }
        }

        _deletes.Remove(_journal.Olds[root].Urn);
    }
}
