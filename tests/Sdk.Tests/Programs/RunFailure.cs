using System.Reflection;
using System.Text.RegularExpressions;
using Pulumi;

namespace Sdk.Tests.Programs;

/// <summary>How a run fails.</summary>
internal static partial class RunFailure
{
    /// <summary>What the user of a program is told first of an exception that nothing in it expects.</summary>
    private const string Preamble = "Running program '<program>' failed with an unhandled exception:\n";

    /// <summary>The texts of all failures of a run that has to fail, without stacks, sorted.</summary>
    public static async Task<IReadOnlyList<string>> AllOfAsync(Func<Task> run)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(run);
        IReadOnlyCollection<Exception> failures = exception is AggregateException several ? several.InnerExceptions : [exception];
        Assert.All(failures, failure => Assert.Null(Assert.IsType<RunException>(failure).InnerException));
        return [.. failures.Select(failure => WithoutStack(failure.Message)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The text of the one failure of a run that has to fail.</summary>
    public static async Task<string> OfAsync(Func<Task> run) => Assert.Single(await AllOfAsync(run));

    /// <summary>The same for an exception that nothing expects: its type and message, and those of the exceptions inside.</summary>
    public static async Task<string> UnhandledAsync(Func<Task> run)
    {
        var text = await OfAsync(run);
        Assert.StartsWith(Preamble, text, StringComparison.Ordinal);
        return text[Preamble.Length..];
    }

    /// <summary>The same for a program that is run with mocks that answer everything.</summary>
    public static Task<string> OfProgramAsync(Action program) => UnhandledAsync(() => new Mocks().Run(program));

    private static string WithoutStack(string text)
    {
        var program = $"'{Assembly.GetEntryAssembly()?.Location}'";
        var lines = text.Replace(program, "'<program>'", StringComparison.Ordinal).Split('\n').Select(WithoutStackLine);
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    // The next exception begins on the last line of the stack.
    private static string WithoutStackLine(string line) =>
        !StackLine().IsMatch(line) ? line
        : line.IndexOf(" ---> ", StringComparison.Ordinal) is >= 0 and var inner ? line[inner..]
        : "";

    [GeneratedRegex(@"^\s+at |^\s*--- End of")]
    private static partial Regex StackLine();
}
