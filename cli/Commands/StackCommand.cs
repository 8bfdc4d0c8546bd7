using System.CommandLine;
using MeshStack.Cli.History;
using MeshStack.Definition;
using MeshStack.Infra.Offline;
using MeshStack.Infra.Transitions;
using MeshStack.Offline;

namespace MeshStack.Cli.Commands;

/// <summary>Runs a stack offline for a command, and says what keeps it from running.</summary>
internal sealed class StackCommand(StackArguments arguments, Func<ParseResult, StackPreview, TimeSpan, int> report, Func<ParseResult, bool> asJson)
{
    /// <summary>What to compare the stack with.</summary>
    public EarlierState? Earlier { get; init; }

    /// <summary>The clusters to do without.</summary>
    public Option<string[]>? Unreachable { get; init; }

    public async Task<int> RunAsync(ParseResult parsed)
    {
        try
        {
            var started = System.Diagnostics.Stopwatch.StartNew();
            StackPreview preview;
            using (var progress = new Progress())
            {
                var (folder, stack) = (arguments.Folder(parsed), parsed.GetValue(arguments.Stack)!);
                preview = await StackPreview.RunAsync(folder, stack);
                if (Unreachable != null && parsed.GetValue(Unreachable) is { Length: > 0 } clusters)
                {
                    preview = preview with { Outages = [.. clusters.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(c => Outage.Of(preview, c))] };
                }

                if (Earlier != null && await Earlier.ReadAsync(parsed, folder, stack) is { } before)
                {
                    preview = preview with { Since = Earlier.Name(parsed), Transition = MeshTransition.Check(before, MeshState.Of(preview.Definition)) };
                }
            }

            return report(parsed, preview, started.Elapsed);
        }
        catch (DefinitionException e)
        {
            return Refuse(parsed, e.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(Reports.Refusal.Of));
        }
        catch (OfflineException e)
        {
            return Refuse(parsed, e.Problems.Select(p => new Reports.Refusal(null, null, null, p)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or KeyNotFoundException)
        {
            return Refuse(parsed, [new Reports.Refusal(null, null, null, e.Message)]);
        }
    }

    private int Refuse(ParseResult parsed, IEnumerable<Reports.Refusal> refusals)
    {
        Reports.Refusal.Write(refusals.ToList(), asJson(parsed), writes: true, Console.Out, Console.Error);
        return ExitCode.BadInput;
    }
}
