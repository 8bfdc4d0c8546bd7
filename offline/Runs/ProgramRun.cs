using MeshStack.Offline.Records;
using MeshStack.Offline.Secrets;
using MeshStack.Offline.Trees;
using Pulumi;
using Pulumi.Testing;

namespace MeshStack.Offline.Runs;

/// <summary>One run of one program.</summary>
internal sealed class ProgramRun : IDisposable
{
    private static readonly AsyncLocal<ProgramRun?> CurrentRun = new();
    private static readonly SemaphoreSlim OutermostGate = new(1, 1);

    private readonly OfflineOptions _options;
    private readonly Func<Task<IDictionary<string, object?>>> _program;

    // A program may run another one; that one waits for its siblings, not for its own outer run.
    private readonly SemaphoreSlim _innerGate = new(1, 1);

    private IDictionary<string, object?> _outputs = new Dictionary<string, object?>();
    private Exception? _failure;
    private Task<bool>? _running;

    private ProgramRun(OfflineOptions options, Func<Task<IDictionary<string, object?>>> program)
    {
        _options = options;
        _program = program;
        Registry = new Registry(options);
    }

    /// <summary>The run that the current code is part of.</summary>
    public static ProgramRun? Current => CurrentRun.Value;

    public Registry Registry { get; }

    public static async Task<Recording> RunAsync(OfflineOptions options, Func<Task<IDictionary<string, object?>>> program)
    {
        // Configuration is read from the environment of the process, so that only one run can start at a time.
        var gate = Current?._innerGate ?? OutermostGate;
        await gate.WaitAsync().ConfigureAwait(false);
        try
        {
            using var config = new ConfigScope(options);
            Task<Recording> recording;

            // The SDK refuses a deployment inside a deployment; without the caller's context there is none around it.
            using (ExecutionContext.SuppressFlow())
            {
                recording = Task.Run(async () =>
                {
                    using var run = new ProgramRun(options, program);
                    return await run.RecordAsync(config.SecretValues).ConfigureAwait(false);
                });
            }

            return await recording.ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => _innerGate.Dispose();

    /// <summary>Starts the program; its failure is kept for the report, so that what it registered before is still recorded.</summary>
    public Task<bool> StartProgramAsync() => _running = RunProgramAsync();

    private async Task<bool> RunProgramAsync()
    {
        try
        {
            _outputs = await _program().ConfigureAwait(false) ?? _outputs;
        }
        catch (Exception e)
        {
            _failure = e;
        }

        return true;
    }

    // As a method of its own it gives what is thrown at once as a failed task too.
    private static async Task StartAsync(RecordingMocks mocks, TestOptions options) =>
        await Deployment.TestAsync<ProgramStack>(mocks, options).ConfigureAwait(false);

    private async Task<Recording> RecordAsync(IReadOnlyList<string> secretValues)
    {
        CurrentRun.Value = this;
        var pool = new StringPool();
        var mocks = new RecordingMocks(_options, Registry, new TreeBuilder(pool));
        var test = new TestOptions
        {
            ProjectName = _options.Project,
            StackName = _options.Stack,
            OrganizationName = _options.Organization,
            IsPreview = _options.IsPreview,
        };
        var run = StartAsync(mocks, test);
        var watch = new ProgressWatch(Registry, _options.TimeLimit);
        var secrets = new SecretTexts(secretValues);
        if (!await watch.WaitAsync(run).ConfigureAwait(false))
        {
            throw new OfflineException([secrets.Hide(watch.Describe(_running is { IsCompleted: false }))]);
        }

        List<string> failures = _failure is null ? [] : [FailureText.OfProgram(_failure, _options.ShowStackTraces)];
        if (run.Exception is { } exception)
        {
            failures.AddRange(FailureText.OfRun(exception, _options.ShowStackTraces).Order(StringComparer.Ordinal));
            throw new OfflineException(failures.Select(secrets.Hide).Distinct());
        }

        var recorder = new Recorder(Registry, pool, secretValues);
        return recorder.Record(failures, mocks.UnansweredCalls, _outputs);
    }
}
