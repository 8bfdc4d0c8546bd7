using MeshStack.Cli.Commands;
using MeshStack.Cli.Review;
using MeshStack.Manifests;
using MeshStack.Preview.Transitions;

namespace MeshStack.Cli.Reports;

/// <summary>What a review says of one stack, in the order in which it is read; forms differ in the marks around it.</summary>
internal sealed class ReviewSection(StackReview review)
{
    /// <summary>Lines of a kind that are read; the rest is folded away.</summary>
    public const int MostLines = 10;

    private const int WidestLine = 500;

    /// <summary>Name of the stack.</summary>
    public string Stack => PlainWriter.Line(review.Stack);

    /// <summary>The verdict.</summary>
    public string Verdict => PlainWriter.Line(review.IsSame ? "nothing changes" : ReviewVerdict.Of(review));

    /// <summary>What changes for callers, all of it.</summary>
    public IReadOnlyList<ReviewLine> Access => review.Lines;

    /// <summary>Who must agree; empty where nobody has to.</summary>
    /// <param name="form">The form of a name.</param>
    public IEnumerable<string> Owners(Func<string, string> form) =>
        review.Owners.Select(owner =>
            owner.Owner is { } name
                ? $"must agree: {form(name)}, who owns {string.Join(", ", owner.Services.Select(form))}"
                : $"nobody is named as the owner of {string.Join(", ", owner.Services.Select(form))}"
        );

    /// <summary>What is refused, wrong or to do, the worst first, a line each.</summary>
    public IReadOnlyList<string> Concerns => [.. All().Select(Short)];

    private IEnumerable<string> All() =>
        [
            .. review.Errors.Select(error => $"error {Text(error)}"),
            .. review.ErrorsBefore.Select(error => $"before the change: {Text(error)}"),
            .. Notices(TransitionKind.Refused, "refused"),
            .. review.Safeguards.OrderBy(safeguard => safeguard.IsWeaker ? 0 : 1).Select(safeguard => safeguard.Text),
            .. review.Concerns.OrderBy(one => one.Severity == Severity.Error ? 0 : 1).Select(Text),
            .. review.Standing.Select(one => $"{Text(one)} (it was there before)"),
            .. Notices(TransitionKind.Warning, "warning"),
            .. Notices(TransitionKind.ToDo, "to do"),
            .. review.Values.Select(value =>
                FormattableString.Invariant(
                    $"configured value meshstack:{value.Key} {value.What} ({value.Source.File}:{value.Source.Line})"
                )
            ),
            .. (review.Access?.Doubts ?? []).Select(doubt => $"not known: {doubt}"),
            .. review.Access is { } access && NotCounted.Text(access.Notes) is { Length: > 0 } text ? [text] : Array.Empty<string>(),
            .. review.IsGone
                ? [$"what it made stays until somebody runs pulumi destroy --stack {review.Stack}, at a commit that has its definition"]
                : Array.Empty<string>(),
            .. review.Ended > 0
                ? [$"{Counted.Of(review.Ended, "finding")} of before {(review.Ended == 1 ? "is" : "are")} gone"]
                : Array.Empty<string>(),
        ];

    /// <summary>How many objects change in each cluster; empty for none.</summary>
    public string Objects => PlainWriter.Line(ObjectChangeText.Summary(review.Objects.Where(change => !change.IsRelease)));

    /// <summary>The same of Helm releases.</summary>
    public string Releases => PlainWriter.Line(ObjectChangeText.Summary(review.Objects.Where(change => change.IsRelease)));

    /// <summary>The objects with their fields, or the Helm releases with their values.</summary>
    /// <param name="areReleases">True for the releases.</param>
    public IEnumerable<string> Changed(bool areReleases) =>
        review
            .Objects.Where(change => change.IsRelease == areReleases)
            .GroupBy(change => change.Cluster, StringComparer.Ordinal)
            .SelectMany(cluster => cluster.SelectMany(ObjectChangeText.Lines).Prepend(PlainWriter.Line($"cluster {cluster.Key}")));

    private IEnumerable<string> Notices(TransitionKind kind, string word) =>
        review.Transition.Where(notice => notice.Kind == kind).Select(notice => $"{word} {notice}");

    private static string Text(ReviewConcern concern) => $"{concern.Severity.ToString().ToLowerInvariant()} {concern.Text}";

    private static string Text(InputError error) =>
        error.File is null
            ? error.Message
            : $"{error.File}:{error.Line ?? 1}: {(error.Path?.Length > 0 ? error.Path + ": " : "")}{error.Message}";

    private static string Short(string text)
    {
        var line = PlainWriter.Line(text);
        return line.Length > WidestLine ? line[..(WidestLine - 1)] + "…" : line;
    }
}
