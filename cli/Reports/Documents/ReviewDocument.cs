using System.Text.Json.Serialization;
using MeshStack.Cli.Review;
using MeshStack.Preview.Changes;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>What a change does to stacks: <c>review</c>.</summary>
internal sealed record ReviewDocument(string Since, IReadOnlyList<StackReviewDocument> Stacks)
{
    public static ReviewDocument From(IReadOnlyList<StackReview> reviews, string revision) =>
        new(revision, [.. reviews.Select(StackReviewDocument.From)]);
}

/// <summary>What it does to one of them.</summary>
internal sealed record StackReviewDocument(
    string Stack,
    string Verdict,
    bool IsSame,
    bool IsNew,
    bool IsGone,
    int ErrorCount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NotCompared,
    IReadOnlyList<ErrorDocument> Errors,
    IReadOnlyList<ErrorDocument> ErrorsBefore,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DiffDocument? Access,
    IReadOnlyList<ReviewLineDocument> Lines,
    IReadOnlyList<OwnerDocument> Owners,
    IReadOnlyList<SafeguardDocument> Safeguards,
    IReadOnlyList<ConcernDocument> Concerns,
    int Ended,
    IReadOnlyList<NoticeDocument> Transition,
    IReadOnlyList<ObjectChangeDocument> Objects,
    IReadOnlyList<ConfiguredValueDocument> Values
)
{
    public static StackReviewDocument From(StackReview review) =>
        new(
            review.Stack,
            new ReviewSection(review).Verdict,
            review.IsSame,
            review.IsNew,
            review.IsGone,
            review.ErrorCount,
            review.Uncomparable,
            ErrorsDocument.From(review.Errors).Errors,
            ErrorsDocument.From(review.ErrorsBefore).Errors,
            review.Access is { } access ? DiffDocument.From(access) : null,
            [.. review.Lines.Select(ReviewLineDocument.From)],
            [.. review.Owners.Select(owner => new OwnerDocument(owner.Owner, owner.Services))],
            [.. review.Safeguards.Select(SafeguardDocument.From)],
            [.. review.Concerns.Select(one => new ConcernDocument(one.Severity.ToString().ToLowerInvariant(), one.Text))],
            review.Ended,
            [.. review.Transition.Select(NoticeDocument.From)],
            [.. review.Objects.Select(ObjectChangeDocument.From)],
            [.. review.Values.Select(value => new ConfiguredValueDocument(value.Key, value.What, LocationDocument.From(value.Source)))]
        );
}

/// <summary>What changes for a caller, in words, and the place that causes it.</summary>
internal sealed record ReviewLineDocument(
    string Kind,
    IReadOnlyList<string> Callers,
    string Target,
    string Requests,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Example,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocationDocument? At,
    bool IsPlaceBefore
)
{
    public static ReviewLineDocument From(ReviewLine line) =>
        new(
            line.Change.Word,
            line.Callers,
            line.Change.Target,
            line.Change.Requests,
            line.Change.Example.Length == 0 ? null : line.Change.Example,
            line.At is { } at ? LocationDocument.From(at) : null,
            line.IsBefore
        );
}

/// <summary>Who has to agree, and about which services; without owner where nobody is named.</summary>
internal sealed record OwnerDocument(string? Owner, IReadOnlyList<string> Services);

/// <summary>What changes of that which keeps others out: an invariant, an owner, an identity, encryption.</summary>
internal sealed record SafeguardDocument(string Kind, bool IsWeaker, string Text)
{
    public static SafeguardDocument From(SafeguardChange safeguard) =>
        new(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(safeguard.Kind.ToString()), safeguard.IsWeaker, safeguard.Text);
}

/// <summary>A finding or a warning that the change brings.</summary>
internal sealed record ConcernDocument(string Severity, string Text);

/// <summary>An object or a Helm release that changes.</summary>
internal sealed record ObjectChangeDocument(
    string Kind,
    string Cluster,
    string Object,
    bool IsRelease,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Former,
    IReadOnlyList<FieldDifferenceDocument> Fields,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocationDocument? At
)
{
    public static ObjectChangeDocument From(ObjectChange change) =>
        new(
            change.Kind.ToString().ToLowerInvariant(),
            change.Cluster,
            change.Object,
            change.IsRelease,
            change.Former,
            [.. change.Fields.Select(field => new FieldDifferenceDocument(field.Path, field.Before, field.After))],
            change.Source is { } at ? LocationDocument.From(at) : null
        );
}

/// <summary>A field that differs; without value where it had none, or has none.</summary>
internal sealed record FieldDifferenceDocument(string Path, string? Before, string? After);

/// <summary>A configured value that changes: that it does, and never what it is.</summary>
internal sealed record ConfiguredValueDocument(string Key, string What, LocationDocument At);
