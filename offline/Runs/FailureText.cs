using System.Text.RegularExpressions;
using Pulumi;

namespace MeshStack.Offline.Runs;

/// <summary>What failed, in the program's own words.</summary>
internal static partial class FailureText
{
    /// <summary>An exception that the program threw: its message, and that of each one inside it on a line of its own.</summary>
    public static string OfProgram(Exception exception, bool withStack)
    {
        var failure = exception is LogException { InnerException: { } logged } ? logged : exception;
        return withStack ? failure.ToString() : string.Join('\n', Messages(failure).Distinct());
    }

    /// <summary>The failures that a run ended with; the SDK gives them as text that holds whole stack traces.</summary>
    public static IEnumerable<string> OfRun(Exception exception, bool withStack) =>
        exception switch
        {
            AggregateException many => many.InnerExceptions.SelectMany(inner => OfRun(inner, withStack)),
            RunException run => [withStack ? run.Message : Readable(run.Message)],
            _ => [OfProgram(exception, withStack)],
        };

    internal static string Readable(string text)
    {
        var body = Preamble().Replace(text.ReplaceLineEndings("\n"), "", 1);
        var messages = new List<string>();
        var isInStack = false;
        foreach (var line in body.Split('\n'))
        {
            var inner = InnerMark().Match(line);
            if (inner.Success)
            {
                isInStack = false;
                messages.Add(WithoutType(line[inner.Length..]));
            }
            else if (StackLine().IsMatch(line))
            {
                isInStack = true;
            }
            else if (!isInStack && line.Trim().Length > 0)
            {
                messages.Add(messages.Count == 0 ? WithoutType(line) : line.Trim());
            }
        }

        return string.Join('\n', messages.Distinct());
    }

    private static IEnumerable<string> Messages(Exception exception) =>
        exception is AggregateException { InnerExceptions.Count: > 0 } many ? many.InnerExceptions.SelectMany(Messages)
        : exception.InnerException is { } inner ? Messages(inner).Prepend(exception.Message)
        : [exception.Message];

    private static string WithoutType(string line) => ExceptionType().Replace(line, "", 1);

    [GeneratedRegex(@"\ARunning program '.*' failed with an unhandled exception:\n")]
    private static partial Regex Preamble();

    [GeneratedRegex(@"^\s*---> (\(Inner Exception #\d+\) )?")]
    private static partial Regex InnerMark();

    [GeneratedRegex(@"^\s+at |^\s*--- End of |^<---")]
    private static partial Regex StackLine();

    [GeneratedRegex(@"^[\w.+`]+(Exception|Error)(\[[^\]]*\])?: ")]
    private static partial Regex ExceptionType();
}
