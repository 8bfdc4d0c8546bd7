namespace MeshStack.Preview.Transitions;

/// <summary>Something that a change does to what is running.</summary>
/// <param name="Kind">Whether it is refused, questionable, or something to do.</param>
/// <param name="Subject">What it is about: a cluster, or the setting that changes.</param>
/// <param name="Message">What would happen, and what to do.</param>
public sealed record TransitionNotice(TransitionKind Kind, string Subject, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject}: {Message}";
}
