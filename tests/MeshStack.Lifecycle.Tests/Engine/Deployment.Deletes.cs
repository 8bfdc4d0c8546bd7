namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>The end of a run: what nobody registered any more is deleted, each after all that need it.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/deployment_executor.go, performPostSteps.</remarks>
internal sealed partial class Deployment
{
    /// <summary>Runs a program, then deletes what it does not register.</summary>
    /// <param name="program">The program; null to destroy.</param>
    public void Run(IProgram? program)
    {
        try
        {
            RunProgram(program);
            if (!_executor.IsStopped && !_executor.IsInterrupted)
            {
                DeleteTheRest();
            }

            WriteStackOutputs();
            Result.ExitCode =
                Result.Errors.Count > 0 ? 1
                : _executor.IsInterrupted ? 8
                : 0;
        }
        catch (KilledException)
        {
            Result.ExitCode = 137;
        }
    }

    private void RunProgram(IProgram? program)
    {
        try
        {
            program?.Run(this);
        }
        catch (Exception e) when (e is not KilledException)
        {
            // What the engine refused is reported already; a program may say it in its own words.
            if (!_executor.IsStopped && !_executor.IsInterrupted && !_executor.IsKilled)
            {
                Result.Errors.Add(e.Message);
                _executor.Stop();
            }
        }

        if (_executor.IsKilled)
        {
            throw new KilledException();
        }
    }

    private void WriteStackOutputs()
    {
        if (_stackOutputs is null)
        {
            return;
        }

        var stack = Urn.Create(_stack, _project, null, Urn.RootStackType, $"{_project}-{_stack}");
        var kept = Result.Errors.Count > 0 && _journal.OldIndex(stack) is { } old ? _journal.Olds[old].Outputs : PropertyMap.Empty;
        _journal.SetOutputs(stack, kept.SetItems(_stackOutputs));
    }

    private void DeleteTheRest()
    {
        var left = Enumerable.Range(0, _journal.Olds.Count).Where(i => !_journal.IsDone(i)).ToList();
        if (left.Count == 0)
        {
            return;
        }

        var graph = _graph.Value;
        var kept = Kept(graph, left);
        foreach (var index in left.Where(kept.Contains))
        {
            if (!_journal.Olds[index].Delete)
            {
                _journal.Write(_journal.Olds[index], index);
            }
        }

        var condemned = left.Where(i => !kept.Contains(i)).ToList();
        _deletes.UnionWith(condemned.Select(i => _journal.Olds[i].Urn));
        var blocked = new HashSet<int>();
        foreach (var index in graph.ScheduleDeletes(condemned).SelectMany(antichain => antichain))
        {
            if (blocked.Contains(index))
            {
                continue;
            }

            if (_journal.Olds[index] is { Protect: true, Delete: false } refused && !_options.IgnoreProtect)
            {
                // All that it needs stays with it; everything else goes on.
                _executor.Report(refused.Urn, ProtectedMessage(refused.Urn));
                blocked.UnionWith(graph.WithDependencies([index]));
                continue;
            }

            if (!_executor.Delete(_journal, _providers.Of, index, DeleteStep(_journal.Olds[index]), _deletes.Contains))
            {
                return;
            }
        }
    }

    private static Step DeleteStep(ResourceState resource) =>
        new(
            resource.External ? StepOp.ReadDiscard
                : resource.Delete ? StepOp.DeleteReplaced
                : resource.PendingReplacement ? StepOp.RemovePendingReplace
                : StepOp.Delete,
            resource.Urn
        );

    private static string ProtectedMessage(string urn) =>
        $"resource \"{urn}\" cannot be deleted because it is protected. To unprotect the resource, either remove the `protect` flag "
        + $"from the resource in your Pulumi program and run `pulumi up`, or use the command: `pulumi state unprotect '{urn}'`";

    /// <summary>Those that are not to be deleted because of --target or --exclude.</summary>
    private HashSet<int> Kept(DependencyGraph graph, List<int> left)
    {
        if (!_targets.IsConstrained)
        {
            return _excludes.IsConstrained
                ? graph.WithDependencies(Enumerable.Range(0, _journal.Olds.Count).Where(i => _excludes.Contains(_journal.Olds[i].Urn)))
                : [];
        }

        var allowed = graph.WithDependents(Enumerable.Range(0, _journal.Olds.Count).Where(i => _targets.Contains(_journal.Olds[i].Urn)));
        var unspecified = left.Where(allowed.Contains).Where(i => !_targets.Contains(_journal.Olds[i].Urn)).ToList();
        if (unspecified.Count == 0 || _options.TargetDependents)
        {
            return [.. left.Where(i => !allowed.Contains(i))];
        }

        foreach (var urn in unspecified.Select(i => _journal.Olds[i].Urn))
        {
            _executor.Report(urn, "will be destroyed but was not specified in --target list");
        }

        return [.. left];
    }
}
