using System.CommandLine;
using MeshStack.Cli.History;
using MeshStack.Cli.Reports;
using MeshStack.Preview;
using MeshStack.Preview.Transitions;

namespace MeshStack.Cli.Commands;

/// <summary>Plans and judges a stack for a command, and says what keeps it from running.</summary>
/// <param name="arguments">What says which stack.</param>
/// <param name="prepare">Does the command's own work, and says how it is reported, which is told how long all took.</param>
/// <param name="asJson">Whether machines read it.</param>
internal sealed class StackCommand(
    StackArguments arguments,
    Func<ParseResult, MeshPreview, Func<TimeSpan, int>> prepare,
    Func<ParseResult, bool> asJson
)
{
    /// <summary>What to compare the stack with.</summary>
    public EarlierState? Earlier { get; init; }

    /// <summary>Whether the command writes files where nothing is wrong.</summary>
    public bool Writes { get; init; }

    /// <summary>The clusters to do without.</summary>
    public Option<string[]>? Unreachable { get; init; }

    public async Task<int> RunAsync(ParseResult parsed)
    {
        var streams = Streams.From(parsed);
        try
        {
            var started = System.Diagnostics.Stopwatch.StartNew();
            Func<TimeSpan, int> report;
            using (new Progress(streams))
            {
                report = prepare(parsed, await ReadAsync(parsed));
            }

            return report(started.Elapsed);
        }
        catch (Exception e) when (InputError.ReasonsOf(e) is { } reasons)
        {
            CommandRunner.Warn(e, asJson(parsed), streams.Error);
            InputError.Write([.. reasons], asJson(parsed), Writes, streams.Output, streams.Error);
            return ExitCode.BadInput;
        }
    }

    private async Task<MeshPreview> ReadAsync(ParseResult parsed)
    {
        var stack = parsed.GetValue(arguments.Stack)!;
        if (await arguments.Program.RecordAsync(parsed, stack) is { } program)
        {
            return MeshPreview.From(program, stack);
        }

        var folder = arguments.Folder(parsed);
        var composed = StackPreview.Run(folder, stack);
        var preview = MeshPreview.From(composed);
        if (Unreachable is not null && parsed.GetValue(Unreachable) is { Length: > 0 } clusters)
        {
            preview = preview with
            {
                Outages =
                [
                    .. clusters
                        .Distinct(StringComparer.Ordinal)
                        .Order(StringComparer.Ordinal)
                        .Select(c => UnreachableCluster.From(composed, c)),
                ],
            };
        }

        if (Earlier is null)
        {
            return preview;
        }

        var after = MeshState.From(composed.OfStack.Definition) with { Mesh = new(() => composed.OfStack) };
        return await Earlier.ReadAsync(parsed, folder, stack, after) is { } before
            ? preview with
            {
                Since = Earlier.Name(parsed),
                Transition = MeshTransition.Check(before, after),
            }
            : preview;
    }
}
