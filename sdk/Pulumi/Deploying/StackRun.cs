using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi.Deploying;

/// <summary>One run of a program against mocks.</summary>
internal sealed class StackRun
{
    private static readonly AsyncLocal<StackRun?> Running = new();

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _guard = new();
    private readonly List<Resource> _resources = [];
    private readonly List<string> _errors = [];
    private readonly HashSet<Exception> _failures = new(ReferenceEqualityComparer.Instance);
    private readonly string _urnPrefix;
    private int _open;
    private int _work = 1;

    public StackRun(IMocks mocks, TestOptions? options)
    {
        Mocks = mocks;
        Settings = StackSettings.FromEnvironment();
        ProjectName = options?.ProjectName ?? "project";
        StackName = options?.StackName ?? "stack";
        OrganizationName = options?.OrganizationName ?? "organization";
        RootDirectory = options?.RootDirectory;
        IsPreview = options?.IsPreview ?? true;
        Instance = new DeploymentInstance(this);
        _urnPrefix = $"urn:pulumi:{StackName}::{ProjectName}::{Stack.TypeToken}";
    }

    /// <summary>The run that the calling code belongs to.</summary>
    public static StackRun Current =>
        Running.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    public IMocks Mocks { get; }

    public StackSettings Settings { get; }

    public string ProjectName { get; }

    public string StackName { get; }

    public string OrganizationName { get; }

    public string? RootDirectory { get; }

    public bool IsPreview { get; }

    public DeploymentInstance Instance { get; }

    /// <summary>The parent of resources that name none: the stack whose base constructor ran last.</summary>
    public Stack? Root { get; set; }

    /// <summary>Whether no registration but the asking one is under way.</summary>
    public bool IsOnlyOneOpen => Volatile.Read(ref _open) <= 1;

    /// <summary>Makes the run wait for an output that is not settled, and end with its failure.</summary>
    public static Output<T> Track<T>(Output<T> output)
    {
        Running.Value?.Watch(output.DataAsync());
        return output;
    }

    /// <summary>Runs a program to the end of everything it started, and throws if it failed.</summary>
    public static async Task<StackRun> ExecuteAsync(IMocks mocks, TestOptions? options, Func<Task> program)
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        var run = new StackRun(mocks, options);
        Running.Value = run;
        run.Watch(Start(program));
        run.EndWork();
        await run._ended.Task.ConfigureAwait(false);
        run.ThrowIfFailed();
        return run;
    }

    /// <summary>Under mocks the types of the parents between the stack and the resource are left out.</summary>
    public string UrnOf(Resource resource) =>
        resource is Stack
            ? $"{_urnPrefix}::{resource.GetResourceName()}"
            : $"{_urnPrefix}${resource.GetResourceType()}::{resource.GetResourceName()}";

    /// <summary>Takes note of a resource whose registration begins.</summary>
    public void Enter(Resource resource)
    {
        Interlocked.Increment(ref _open);
        Interlocked.Increment(ref _work);
        lock (_guard)
        {
            _resources.Add(resource);
        }
    }

    /// <summary>Takes note that a registration ended.</summary>
    public void Leave()
    {
        Interlocked.Decrement(ref _open);
        EndWork();
    }

    public void Watch(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        Interlocked.Increment(ref _work);
        _ = WatchAsync(task);
    }

    public void Fail(Exception exception)
    {
        lock (_guard)
        {
            if (_failures.Add(exception) && Describe(exception) is { } text)
            {
                _errors.Add(text);
            }
        }

        _ended.TrySetResult();
    }

    public void AddError(string message)
    {
        lock (_guard)
        {
            _errors.Add(message);
        }
    }

    /// <summary>All resources in the order of their constructors, except the stack that a program without one runs in.</summary>
    public ImmutableArray<Resource> ResourcesCreated()
    {
        lock (_guard)
        {
            return [.. _resources.Where(resource => resource is not ProgramStack)];
        }
    }

    private static async Task Start(Func<Task> program) => await program().ConfigureAwait(false);

    private async Task WatchAsync(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Fail(e);
        }

        EndWork();
    }

    private void EndWork()
    {
        if (Interlocked.Decrement(ref _work) == 0)
        {
            _ended.TrySetResult();
        }
    }

    private void ThrowIfFailed()
    {
        string[] errors;
        lock (_guard)
        {
            errors = [.. _errors];
        }

        switch (errors)
        {
            case []:
                return;
            case [var one]:
                throw new RunException(one);
            default:
                throw new AggregateException(errors.Select(error => new RunException(error)));
        }
    }

    /// <summary>What the user is told; null if there is nothing left to tell.</summary>
    private static string? Describe(Exception exception) =>
        exception switch
        {
            LogException => null,
            RunException => exception.Message,
            ResourceException { HideStack: true } => exception.Message,
            ResourceException => ExceptionText.Of(exception),
            _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled "
                + $"exception:\n{ExceptionText.Of(exception)}",
        };
}
