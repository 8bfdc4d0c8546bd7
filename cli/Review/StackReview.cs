using MeshStack.Cli.Reports;
using MeshStack.Manifests;
using MeshStack.Preview.Changes;
using MeshStack.Preview.Transitions;

namespace MeshStack.Cli.Review;

/// <summary>What a change does to one stack.</summary>
/// <param name="Stack">Name of the stack.</param>
internal sealed record StackReview(string Stack)
{
    /// <summary>The stack after the change; null where its definition has errors, or where it goes.</summary>
    public ReviewedMesh? After { get; init; }

    /// <summary>The errors of its definition.</summary>
    public IReadOnlyList<InputError> Errors { get; init; } = [];

    /// <summary>Why it cannot be compared with what was before; null where it can.</summary>
    public string? Uncomparable { get; init; }

    /// <summary>The errors of the definition before the change.</summary>
    public IReadOnlyList<InputError> ErrorsBefore { get; init; } = [];

    /// <summary>True for a folder of manifests.</summary>
    public bool IsOfFolder { get; init; }

    /// <summary>True where there was no such stack before.</summary>
    public bool IsNew { get; init; }

    /// <summary>True where there is no such stack any more.</summary>
    public bool IsGone { get; init; }

    /// <summary>What differs for callers; null where nothing could be compared.</summary>
    public AccessDifference? Access { get; init; }

    /// <summary>The same as lines, what is given first.</summary>
    public IReadOnlyList<ReviewLine> Lines { get; init; } = [];

    /// <summary>Who may call whom after the change, where nothing could be compared; else null.</summary>
    public AccessDifference? Open { get; init; }

    /// <summary>What it does to invariants, owners, identities and encryption.</summary>
    public IReadOnlyList<SafeguardChange> Safeguards { get; init; } = [];

    /// <summary>Whose services gain callers, or have their calls diverted or copied.</summary>
    public IReadOnlyList<ServiceOwner> Owners { get; init; } = [];

    /// <summary>The findings and warnings that were not there before: all of them where nothing could be compared.</summary>
    public IReadOnlyList<ReviewConcern> Concerns { get; init; } = [];

    /// <summary>The errors that were there before, and are still.</summary>
    public IReadOnlyList<ReviewConcern> Standing { get; init; } = [];

    /// <summary>How many of those that were there are gone.</summary>
    public int Ended { get; init; }

    /// <summary>What the change does to what is running.</summary>
    public IReadOnlyList<TransitionNotice> Transition { get; init; } = [];

    /// <summary>The objects and releases that it changes.</summary>
    public IReadOnlyList<ObjectChange> Objects { get; init; } = [];

    /// <summary>The configured values that it changes.</summary>
    public IReadOnlyList<ConfiguredValueChange> Values { get; init; } = [];

    /// <summary>The errors of the definition, and the findings of error severity.</summary>
    public int ErrorCount => Errors.Count + (After?.Concerns.Count(concern => concern.Severity == Severity.Error) ?? 0);

    /// <summary>Whether anything stands that must not be applied.</summary>
    public bool HasErrors => ErrorCount > 0 || Transition.Any(notice => notice.Kind == TransitionKind.Refused);

    /// <summary>True where calls get through that did not, or what keeps others out is weaker.</summary>
    public bool IsWidened =>
        Safeguards.Any(safeguard => safeguard.IsWeaker) || Transition.Any(notice => notice.IsOpening) || Access?.Has("widened") != false;

    /// <summary>True where there is nothing to say.</summary>
    public bool IsSame =>
        !HasErrors
        && Uncomparable is null
        && !IsNew
        && !IsGone
        && Access is { Doubts.Count: 0 }
        && Lines.Count + Safeguards.Count + Concerns.Count + Ended + Transition.Count + Objects.Count + Values.Count == 0;
}
