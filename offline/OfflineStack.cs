using System.Diagnostics.CodeAnalysis;
using MeshStack.Offline.Runs;

namespace MeshStack.Offline;

/// <summary>Runs Pulumi programs without an engine, a cluster or an account.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stack as Pulumi knows it.")]
public static class OfflineStack
{
    /// <summary>Runs a program and records what it registers.</summary>
    /// <exception cref="OfflineException">The program failed, or what it registers would not work; all problems at once.</exception>
    public static Task<Recording> RunAsync(OfflineOptions options, Action program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return RunAsync(
            options,
            () =>
            {
                program();
                return Task.CompletedTask;
            }
        );
    }

    /// <inheritdoc cref="RunAsync(OfflineOptions, Action)"/>
    public static Task<Recording> RunAsync(OfflineOptions options, Func<Task> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return RunAsync(
            options,
            async () =>
            {
                await program().ConfigureAwait(false);
                return new Dictionary<string, object?>();
            }
        );
    }

    /// <summary>Runs a program that returns the stack's outputs and records what it registers.</summary>
    /// <exception cref="OfflineException">The program failed, or what it registers would not work; all problems at once.</exception>
    public static Task<Recording> RunAsync(OfflineOptions options, Func<IDictionary<string, object?>> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return RunAsync(options, () => Task.FromResult(program()));
    }

    /// <inheritdoc cref="RunAsync(OfflineOptions, Func{IDictionary{string, object?}})"/>
    public static Task<Recording> RunAsync(OfflineOptions options, Func<Task<IDictionary<string, object?>>> program)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(program);
        return ProgramRun.RunAsync(options, program);
    }
}
