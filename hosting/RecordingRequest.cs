using MeshStack.Preview;

namespace MeshStack.Hosting;

/// <summary>That somebody wants to know what a program registers: it is then run without an engine, and what it registers goes into a
/// file.</summary>
/// <param name="File">The file.</param>
/// <param name="Stack">Name of the stack.</param>
internal sealed record RecordingRequest(string File, string Stack)
{
    private const int Refused = 2;

    /// <summary>The request that this process was started with; null where it was not.</summary>
    public static RecordingRequest? OfThisProcess() =>
        Environment.GetEnvironmentVariable(ProgramRecording.Variable) is { Length: > 0 } file
            ? new(file, Environment.GetEnvironmentVariable("PULUMI_STACK") is { Length: > 0 } stack ? stack : "dev")
            : null;

    /// <summary>Writes what the definition of the project comes to.</summary>
    /// <returns>Exit code of the process.</returns>
    public Task<int> AnswerAsync() =>
        AnswerAsync(() => Task.FromResult<ComposedMesh>(StackComposition.Compose(ProjectFolder.Find(), Stack)));

    /// <summary>Runs the program, and writes what it registers.</summary>
    /// <returns>Exit code of the process.</returns>
    public Task<int> AnswerAsync(Func<Task<IDictionary<string, object?>>> program, MeshProgramOptions options) =>
        AnswerAsync(() => Rehearsal.RecordAsync(program, options, Stack));

    private async Task<int> AnswerAsync(Func<Task<ComposedMesh>> record)
    {
        try
        {
            ProgramRecording.Write(File, await record().ConfigureAwait(false));
            return 0;
        }
        catch (Exception e)
        {
            // Whoever asked has only this process's output to learn from.
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return Refused;
        }
    }
}
