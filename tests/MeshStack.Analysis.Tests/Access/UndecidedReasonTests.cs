using System.Text.RegularExpressions;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Tests.Access;

/// <summary>docs/undecided.md has every reason that the cases are undecided for, in its own words, and no other.</summary>
public sealed partial class UndecidedReasonTests
{
    private static readonly string[] Reasons =
    [
        .. AccessCase
            .All.Select(one => AccessEvaluator.Evaluate(one.Snapshot(), one.Caller(), one.Request()))
            .OfType<Verdict.Undecided>()
            .Select(verdict => verdict.Reason)
            .Where(reason => !reason.StartsWith("mixed: ", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal),
    ];

    private static readonly (string Text, Regex Pattern)[] Rows =
    [
        .. Row()
            .Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "undecided.md")))
            .Select(row => row.Groups["reason"].Value)
            .Select(text => (text, new Regex($"^{Regex.Escape(text).Replace("…", ".+", StringComparison.Ordinal)}$"))),
    ];

    [Fact]
    public void EachReasonIsListed()
    {
        string[] missing = [.. Reasons.Where(reason => !Rows.Any(row => row.Pattern.IsMatch(reason)))];
        Assert.Equal([], missing);
    }

    [Fact]
    public void EachReasonThatIsListedOccurs() =>
        Assert.Empty(Rows.Where(row => !Reasons.Any(row.Pattern.IsMatch)).Select(row => row.Text));

    [GeneratedRegex(@"^\| `(?<reason>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
