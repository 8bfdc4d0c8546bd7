namespace MeshStack.Preview.Transitions;

/// <summary>Something that a change does to what is running.</summary>
/// <param name="Kind">Whether it is refused, questionable, or something to do.</param>
/// <param name="Subject">What it is about: a cluster, or the setting that changes.</param>
/// <param name="Message">What would happen, and what to do.</param>
public sealed record TransitionNotice(TransitionKind Kind, string Subject, string Message)
{
    /// <summary>True where a workload is open from then on that was not.</summary>
    internal bool IsOpening { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Message}";
}
