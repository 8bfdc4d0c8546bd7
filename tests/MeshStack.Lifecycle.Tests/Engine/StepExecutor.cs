namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>Does steps: calls providers, writes the state, and stops when something went wrong.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step_executor.go and step.go.</remarks>
internal sealed class StepExecutor(World world, bool isPreview, UpdateResult result)
{
    private bool _isReady;

    public bool IsPreview => isPreview;

    public bool IsKilled { get; private set; }

    public bool IsInterrupted { get; private set; }

    /// <summary>True when no more steps may begin.</summary>
    public bool IsStopped { get; private set; }

    public UpdateResult Result => result;

    /// <summary>Ends what the program wanted next, where it may not begin.</summary>
    public void ThrowIfStopped()
    {
        if (IsKilled)
        {
            throw new KilledException();
        }

        if (IsStopped || IsInterrupted)
        {
            throw new BailException(IsInterrupted ? "canceled" : "the update has failed");
        }
    }

    /// <summary>Takes note of an error after which nothing else begins.</summary>
    public void Fail(string urn, string message)
    {
        Report(urn, message);
        IsStopped = true;
    }

    /// <summary>Lets nothing else begin.</summary>
    public void Stop() => IsStopped = true;

    /// <summary>Takes note of an error.</summary>
    public void Report(string urn, string message) => result.Errors.Add($"{Urn.Short(urn)}: {message}");

    /// <summary>Calls a provider; an error ends the update.</summary>
    public T Call<T>(string method, string urn, Func<T> act, out bool isReady)
    {
        try
        {
            return world.Call(method, urn, act, () => IsInterrupted = true, out isReady);
        }
        catch (KilledException)
        {
            IsKilled = true;
            throw;
        }
        catch (ProviderException e)
        {
            Fail(urn, e.Message);
            throw new BailException(e.Message);
        }
    }

    /// <summary>Creates a resource and writes it down.</summary>
    /// <param name="journal">The state.</param>
    /// <param name="provider">Its provider; null for a component.</param>
    /// <param name="resource">The resource without id and outputs.</param>
    /// <param name="step">What it counts as.</param>
    /// <param name="old">What it takes the place of in the state.</param>
    public ResourceState Create(Journal journal, IResourceProvider? provider, ResourceState resource, Step step, int? old = null)
    {
        result.Add(step);
        if (provider is null || isPreview)
        {
            var id = provider is null ? null : Properties.Unknown;
            resource = resource with { Id = id, Outputs = provider is null ? PropertyMap.Empty : resource.Inputs };
            journal.Write(resource, old);
            return resource;
        }

        journal.Begin(resource, PendingOperationType.Creating);
        var (madeId, outputs) = End(
            journal,
            () => Call("Create", resource.Urn, () => provider.Create(resource.Urn, resource.Inputs), out _isReady)
        );
        return Finish(journal, resource with { Id = madeId, Outputs = outputs }, old);
    }

    /// <summary>Changes a resource where it is.</summary>
    public ResourceState Update(Journal journal, IResourceProvider? provider, ResourceState resource, int old)
    {
        var before = journal.Olds[old];
        result.Add(new(StepOp.Update, resource.Urn));
        resource = resource with { Id = before.Id };
        if (provider is null || isPreview)
        {
            var outputs = provider is null ? before.Outputs : before.Outputs.SetItems(resource.Inputs);
            resource = resource with { Outputs = outputs };
            journal.Write(resource, old);
            return resource;
        }

        journal.Begin(resource, PendingOperationType.Updating);
        var updated = End(journal, () => Call("Update", resource.Urn, () => provider.Update(before, resource.Inputs), out _isReady));
        return Finish(journal, resource with { Outputs = updated }, old);
    }

    /// <summary>Deletes an old resource, or only forgets it where it is somebody else's or is to be kept.</summary>
    /// <returns>False when the deletes have to end.</returns>
    public bool Delete(Journal journal, Func<ResourceState, IResourceProvider?> providers, int old, Step step, Func<string, bool> isDeleted)
    {
        var resource = journal.Olds[old];
        result.Add(step);
        var goesWithAnother = resource.DeletedWith is { } other && isDeleted(other);
        if (isPreview || resource.External || resource.RetainOnDelete || goesWithAnother || providers(resource) is not { } provider)
        {
            Forget();
            return true;
        }

        try
        {
            journal.Begin(resource, PendingOperationType.Deleting);
            End(
                journal,
                () =>
                    Call(
                        "Delete",
                        resource.Urn,
                        () =>
                        {
                            provider.Delete(resource);
                            return true;
                        },
                        out _
                    )
            );
            Forget();
            return !IsInterrupted;
        }
        catch (BailException)
        {
            return false;
        }

        void Forget()
        {
            // What makes room for its replacement stays in the state until that is there.
            if (step.IsDeleteFirst)
            {
                journal.Mark(old, r => r with { PendingReplacement = true });
            }
            else
            {
                journal.Remove(old);
            }
        }
    }

    private ResourceState Finish(Journal journal, ResourceState made, int? old)
    {
        const string NotReady = "the resource was made, but does not become ready";
        journal.Write(_isReady ? made : made with { InitError = NotReady }, old);
        if (!_isReady)
        {
            Fail(made.Urn, NotReady);
            throw new BailException(NotReady);
        }

        return made;
    }

    // After a kill nobody writes down that it ended.
    private static T End<T>(Journal journal, Func<T> call)
    {
        try
        {
            var answer = call();
            journal.End();
            return answer;
        }
        catch (BailException)
        {
            journal.End();
            throw;
        }
    }
}

/// <summary>Ends a program whose error is reported already.</summary>
internal sealed class BailException(string message) : Exception(message);
