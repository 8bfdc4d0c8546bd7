using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi.Deploying;

/// <summary>
/// Registers one resource with the mocks. Nothing is scheduled as long as everything it needs is settled and the mocks answer at once;
/// otherwise the resource gets outputs that are settled later.
/// </summary>
internal sealed class Registration(StackRun run, Resource resource, ResourceArgs args, ResourceOptions options, ProviderResource? provider)
{
    private readonly Serializer _serializer = new(resource);
    private Serializer? _stateSerializer;
    private List<Task>? _waits;
    private TaskCompletionSource<Settlement>? _later;
    private ImmutableDictionary<string, object> _inputs = ImmutableDictionary<string, object>.Empty;
    private string _provider = "";
    private string? _id;

    private bool HasState => resource is CustomResource or ComponentResource { IsRemote: true };

    /// <summary>Never throws: a failure ends the run and is handed on by the outputs of the resource.</summary>
    public void Start()
    {
        try
        {
            if (TryPrepare())
            {
                var answer = Ask();
                if (answer.IsCompletedSuccessfully && TrySettle(answer.Result) is { } settlement)
                {
                    Finish(settlement);
                    return;
                }

                Promise();
                run.Watch(GoOnAsync(answer));
                return;
            }

            Promise();
            run.Watch(GoOnAsync(null));
        }
        catch (Exception e)
        {
            Promise();
            Fail(e);
            run.Fail(e);
        }
    }

    private async Task GoOnAsync(Task<(string? Id, object State)>? answer)
    {
        try
        {
            if (answer is null)
            {
                do
                {
                    await Waiting().ConfigureAwait(false);
                } while (!TryPrepare());
                answer = Ask();
            }

            var answered = await answer.ConfigureAwait(false);
            Settlement? settlement;
            while ((settlement = TrySettle(answered)) is null)
            {
                await _stateSerializer!.WaitForPending().ConfigureAwait(false);
            }

            run.Leave();
            _later!.SetResult(settlement);
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }
    }

    private void Fail(Exception exception)
    {
        run.Leave();
        _later!.SetException(exception);
    }

    private Task Waiting()
    {
        List<Task> waits = [.. _waits ?? []];
        if (_serializer.Pending is not null)
        {
            waits.Add(_serializer.WaitForPending());
        }

        _waits = null;
        return Task.WhenAll(waits);
    }

    /// <summary>Gathers everything that the mocks are told; false while something is not settled.</summary>
    private bool TryPrepare()
    {
        if (resource is Stack)
        {
            return true;
        }

        WaitFor(resource.Parent!.Urn);
        if (options.HasDependencies)
        {
            AddDependencies(options.DependsOn.ToOutput());
        }

        if (provider is not null && resource is CustomResource)
        {
            if (WaitFor(provider.Urn) & WaitFor(provider.Id))
            {
                _provider = provider.Reference;
            }
        }

        if (
            options.Id?.ToOutput() is { } id
            && WaitFor(id)
            && id.TryGetData(out var given)
            && given.IsKnown
            && !string.IsNullOrEmpty(given.Value)
        )
        {
            _id =
                resource is CustomResource
                    ? given.Value
                    : throw new ArgumentException("ResourceOptions.Id is only valid for a CustomResource");
        }

        var inputs = _serializer.WriteTopLevel(args, ofResource: true);
        if (_waits is not null || _serializer.Pending is not null)
        {
            return false;
        }

        _inputs = inputs;
        return true;
    }

    private bool WaitFor<T>(Output<T> output)
    {
        if (output.TryGetData(out _))
        {
            return true;
        }

        (_waits ??= []).Add(output.DataAsync());
        return false;
    }

    private void AddDependencies(Output<ImmutableArray<Resource>> dependencies)
    {
        if (WaitFor(dependencies) && dependencies.TryGetData(out var data) && !data.Value.IsDefault)
        {
            foreach (var dependency in data.Value)
            {
                AddDependency(dependency);
            }
        }
    }

    /// <summary>A dependency on a local component is one on all custom resources below it, as far as they are not settled.</summary>
    private void AddDependency(Resource? dependency)
    {
        if (dependency is not ComponentResource { IsRemote: false } component)
        {
            if (dependency is not null)
            {
                WaitForResource(dependency);
            }

            return;
        }

        if (!run.IsOnlyOneOpen)
        {
            for (var child = component.LastChild; child is not null; child = child.PreviousSibling)
            {
                AddDependency(child);
            }
        }
        else if (resource is CustomResource && resource.IsBelow(component))
        {
            WaitForResource(resource);
        }
    }

    private void WaitForResource(Resource other)
    {
        if (ReferenceEquals(other, resource))
        {
            (_waits ??= []).Add((_later ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task);
        }
        else
        {
            WaitFor(other.Urn);
        }
    }

    private Task<(string? Id, object State)> Ask() =>
        resource is Stack
            ? Task.FromResult<(string?, object)>(("", _inputs))
            : run.Mocks.NewResourceAsync(
                new MockResourceArgs
                {
                    Type = resource.GetResourceType(),
                    Name = resource.GetResourceName(),
                    Inputs = _inputs,
                    Provider = _provider,
                    Id = _id ?? (options as CustomResourceOptions)?.ImportId ?? "",
                }
            );

    /// <summary>Null while outputs in the state are not settled.</summary>
    private Settlement? TrySettle((string? Id, object State) answer) =>
        (HasState ? ReadState(answer.State) : ResourceState.Empty) is { } state
            ? new Settlement(run.UrnOf(resource), _id ?? answer.Id, state)
            : null;

    private ResourceState? ReadState(object state) =>
        ReferenceEquals(state, _inputs)
            ? ResourceState.From(_inputs)
            : ResourceState.TryRead(state, _inputs, _stateSerializer ??= new Serializer(null));

    private void Finish(Settlement settlement)
    {
        resource.SetUrn(new Output<string>(new OutputData<string>(settlement.Urn, true, false, resource)));
        (resource as CustomResource)?.SetId(new Output<string>(IdOf(settlement)));
        if (HasState)
        {
            foreach (var slot in ResourceShape.From(resource).Slots)
            {
                slot.Settle(resource, settlement.State, run.IsPreview);
            }
        }

        run.Leave();
    }

    private OutputData<string> IdOf(Settlement settlement) =>
        string.IsNullOrEmpty(settlement.Id) ? new(default!, false, false, resource) : new(settlement.Id, true, false, resource);

    private void Promise()
    {
        var settlement = (_later ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        resource.SetUrn(new Output<string>(UrnLater(settlement)));
        (resource as CustomResource)?.SetId(new Output<string>(IdLater(settlement)));
        if (HasState)
        {
            foreach (var slot in ResourceShape.From(resource).Slots)
            {
                slot.Promise(resource, settlement, run.IsPreview);
            }
        }
    }

    private async Task<OutputData<string>> UrnLater(Task<Settlement> settlement) =>
        new((await settlement.ConfigureAwait(false)).Urn, true, false, resource);

    private async Task<OutputData<string>> IdLater(Task<Settlement> settlement) => IdOf(await settlement.ConfigureAwait(false));
}
