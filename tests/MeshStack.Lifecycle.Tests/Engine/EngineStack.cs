namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>A stack, with the commands of the CLI.</summary>
internal sealed class EngineStack(World world, string name = "dev", string project = "meshstack")
{
    public string Name => name;

    public string Project => project;

    public World World => world;

    /// <summary>Its state; null before anything was written.</summary>
    public Snapshot? State { get; set; }

    /// <summary>True after a kill, until <see cref="Cancel"/>.</summary>
    public bool IsLocked { get; private set; }

    /// <summary><c>pulumi up --yes</c>, with a preview unless that is skipped.</summary>
    public UpdateResult Up(IProgram program, UpdateOptions? options = null)
    {
        options ??= new();
        var preview = options.SkipPreview ? null : Preview(program, options with { ExpectNoChanges = false });
        return preview is { ExitCode: not 0 } ? Stopped(preview) : Update(program, options, preview);
    }

    /// <summary><c>pulumi preview</c>.</summary>
    public UpdateResult Preview(IProgram program, UpdateOptions? options = null)
    {
        options ??= new();
        var result = new UpdateResult();
        new Deployment(this, options, isPreview: true, result).Run(program);
        return Judged(result, options);
    }

    /// <summary><c>pulumi destroy --yes</c>.</summary>
    public UpdateResult Destroy(UpdateOptions? options = null)
    {
        options ??= new();
        if (options.ExcludeProtected && State is { } state)
        {
            // Source: https://github.com/pulumi/pulumi/blob/master/pkg/cmd/pulumi/operations/destroy.go, getProtectedExcludes.
            var kept = new DependencyGraph(state.Resources).WithDependencies(
                state.Resources.Index().Where(r => r.Item.Protect).Select(r => r.Index)
            );
            options = options with { Exclude = [.. options.Exclude, .. kept.Select(i => state.Resources[i].Urn)] };
        }

        UpdateResult? preview = null;
        if (!options.SkipPreview)
        {
            preview = new();
            new Deployment(this, options, isPreview: true, preview).Run(null);
        }

        return preview is { ExitCode: not 0 } ? Stopped(preview) : Update(null, options, preview);
    }

    /// <summary><c>pulumi refresh --yes</c>.</summary>
    public UpdateResult Refresh(UpdateOptions? options = null)
    {
        var result = new UpdateResult();
        if (!Lock(result))
        {
            return result;
        }

        try
        {
            State = State is null ? null : Refresher.Refresh(this, State, options ?? new(), result);
            IsLocked = false;
        }
        catch (KilledException)
        {
            result.ExitCode = 137;
        }

        return Judged(result, options ?? new());
    }

    /// <summary><c>pulumi refresh --preview-only</c>.</summary>
    public UpdateResult PreviewRefresh(UpdateOptions? options = null)
    {
        var result = new UpdateResult();
        if (State is not null)
        {
            Refresher.Refresh(this, State, options ?? new(), result);
        }

        return Judged(result, options ?? new());
    }

    /// <summary><c>pulumi state unprotect URN</c>; without any URN <c>--all</c>.</summary>
    public void Unprotect(params IReadOnlyCollection<string> urns) =>
        State = State! with
        {
            Resources = [.. State!.Resources.Select(r => urns.Count == 0 || urns.Contains(r.Urn) ? r with { Protect = false } : r)],
        };

    /// <summary><c>pulumi state delete URN</c>.</summary>
    public void Forget(string urn) => State = State! with { Resources = [.. State!.Resources.Where(r => r.Urn != urn)] };

    /// <summary><c>pulumi cancel</c>: takes the lock off that a killed update left.</summary>
    public void Cancel() => IsLocked = false;

    private UpdateResult Update(IProgram? program, UpdateOptions options, UpdateResult? preview)
    {
        var result = new UpdateResult { Preview = preview };
        if (!Lock(result))
        {
            return result;
        }

        if (options.Refresh && State is not null)
        {
            State = Refresher.Refresh(this, State, options, new());
        }

        if (State is { PendingOperations.Length: > 0 and var pending })
        {
            result.Warnings.Add($"Attempting to deploy or update resources with {pending} pending operations from previous deployment.");
        }

        var deployment = new Deployment(this, options, isPreview: false, result);
        deployment.Run(program);
        State = deployment.Snapshot;
        IsLocked = result.ExitCode == 137;
        return Judged(result, options);
    }

    private bool Lock(UpdateResult result)
    {
        if (IsLocked)
        {
            result.Errors.Add(
                "the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with "
                    + "`pulumi cancel`."
            );
            result.ExitCode = 1;
            return false;
        }

        return IsLocked = true;
    }

    // What a preview found keeps the update from beginning.
    private static UpdateResult Stopped(UpdateResult preview)
    {
        var result = new UpdateResult { ExitCode = preview.ExitCode, Preview = preview };
        result.Errors.AddRange(preview.Errors);
        result.Warnings.AddRange(preview.Warnings);
        return result;
    }

    private static UpdateResult Judged(UpdateResult result, UpdateOptions options)
    {
        if (options.ExpectNoChanges && result is { ExitCode: 0, Changes: > 0 })
        {
            result.Errors.Add("no changes were expected but changes occurred");
            result.ExitCode = 7;
        }

        return result;
    }
}
