using MeshStack.Offline.Inputs;
using Pulumi;
using Pulumi.Testing;

namespace MeshStack.Lifecycle.Tests.Program;

/// <summary>One run of the program of a mesh, whose registrations go to the engine one after the other, in the order in which the program
/// makes its resources.</summary>
internal sealed class ProgramRun(IResourceMonitor monitor, Func<Task<IDictionary<string, object?>>> program) : IMocks
{
    private static readonly AsyncLocal<ProgramRun?> CurrentRun = new();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly List<Registration> _registrations = [];
    private readonly Dictionary<Resource, Registration> _byResource = new(ReferenceEqualityComparer.Instance);
    private int _next;
    private string _stackUrn = "";
    private Exception? _failure;
    private IDictionary<string, object?>? _outputs;

    /// <summary>The run that the current code is part of.</summary>
    public static ProgramRun? Current => CurrentRun.Value;

    public async Task RunAsync(string project, string stack)
    {
        CurrentRun.Value = this;
        _stackUrn = monitor.RegisterResource(new Goal { Type = Urn.RootStackType, Name = $"{project}-{stack}" }).Urn;
        var options = new TestOptions
        {
            ProjectName = project,
            StackName = stack,
            OrganizationName = "organization",
            IsPreview = monitor.IsPreview,
        };
        try
        {
            await Pulumi.Deployment.TestAsync<ProgramStack>(this, options);
        }
        catch (Exception) when (_failure is not null)
        {
            // The engine's own word counts.
        }

        if (_failure is not null)
        {
            throw _failure;
        }

        monitor.RegisterResourceOutputs(
            _stackUrn,
            _outputs!.Where(o => o.Value is not null).ToImmutableDictionary(o => o.Key, o => Opened(o.Value!))
        );
    }

    public async Task<bool> StartAsync()
    {
        try
        {
            _outputs = await program();
        }
        catch (Exception e)
        {
            _failure ??= e;
        }

        return true;
    }

    /// <summary>Transformation of the stack: sees every resource as it is made, and changes none.</summary>
    public ResourceTransformationResult? Observe(ResourceTransformationArgs args)
    {
        if (args.Resource is Stack)
        {
            return null;
        }

        lock (_gate)
        {
            var registration = new Registration(args);
            if (_registrations.Count == _next)
            {
                registration.Turn.SetResult();
            }

            _registrations.Add(registration);
            _byResource.Add(args.Resource, registration);
        }

        return null;
    }

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Registration registration;
        lock (_gate)
        {
            registration = _registrations.First(r => r.Answer is null && r.Type == args.Type && r.Name == args.Name);
        }

        await registration.Turn.Task.WaitAsync(Patience);
        try
        {
            var goal = await registration.ToGoalAsync(args, Find, Provider(args.Provider), monitor.IsPreview);
            registration.Answer = monitor.RegisterResource(goal);
        }
        catch (Exception e)
        {
            End(e);
            throw;
        }

        Advance();
        return (registration.Answer.Id, registration.Answer.Outputs);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        lock (_gate)
        {
            return Task.FromResult<object>(monitor.Invoke(args.Token!, (PropertyMap)Properties.Normalize(args.Args)!));
        }
    }

    public async Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Registration? registration;
        lock (_gate)
        {
            registration = _registrations.FirstOrDefault(r => args.Urn.EndsWith($"{r.Type}::{r.Name}", StringComparison.Ordinal));
        }

        if (registration?.Answer is { } answer)
        {
            foreach (var output in args.Outputs.Values)
            {
                await Pulumi.Utilities.OutputUtilities.GetIsKnownAsync(output);
            }

            var outputs = args.Outputs.ToImmutableDictionary(o => o.Key, o => Opened(o.Value));
            lock (_gate)
            {
                monitor.RegisterResourceOutputs(answer.Urn, outputs);
            }
        }
    }

    private Registration? Find(Resource resource)
    {
        lock (_gate)
        {
            return _byResource.GetValueOrDefault(resource);
        }
    }

    // A reference ends in the provider's name and its id.
    private string? Provider(string? reference)
    {
        if (reference?.Split("::") is not [.., var type, var name, _])
        {
            return null;
        }

        lock (_gate)
        {
            return _registrations.First(r => type.EndsWith(r.Type, StringComparison.Ordinal) && r.Name == name).Reference;
        }
    }

    private void Advance()
    {
        TaskCompletionSource? turn = null;
        lock (_gate)
        {
            _next++;
            turn = _next < _registrations.Count ? _registrations[_next].Turn : null;
        }

        turn?.TrySetResult();
    }

    // Nobody who still waits gets an answer.
    private void End(Exception failure)
    {
        lock (_gate)
        {
            _failure ??= failure;
            foreach (var registration in _registrations)
            {
                registration.Turn.TrySetException(failure);
            }
        }
    }

    private static object Opened(object value) =>
        value switch
        {
            string or bool or int or long or double => Properties.Normalize(value)!,
            Resource resource => Properties.Map(("type", resource.GetResourceType()), ("name", resource.GetResourceName())),
            _ when ValueReader.From(value.GetType()).Open(value) is { } opened => opened.IsKnown && opened.Content is not null
                ? Opened(opened.Content)
                : Properties.Unknown,
            System.Collections.IDictionary map => map
                .Keys.Cast<string>()
                .Where(key => map[key] is not null)
                .ToImmutableDictionary(key => key, key => Opened(map[key]!)),
            System.Collections.IEnumerable list => list.Cast<object?>().OfType<object>().Select(Opened).ToImmutableArray(),
            _ => value.ToString()!,
        };
}
