namespace MeshStack.Manifests;

/// <summary>How much of a file is read, and how long it is waited for.</summary>
/// <param name="Bytes">The largest file.</param>
/// <param name="Patience">How long something that is no regular file, such as a pipe or a device, may take.</param>
internal sealed record TextLimits(long Bytes, TimeSpan Patience)
{
    /// <summary>64 MiB, which is more than ten thousand objects and fits into the memory of a small machine; and five seconds for a pipe,
    /// since one that nobody writes to would be waited for without end.</summary>
    public static TextLimits Usual { get; } = new(64 * 1024 * 1024, TimeSpan.FromSeconds(5));

    /// <summary>How long it is waited until somebody writes at all.</summary>
    public TimeSpan Opening => Patience < MostForOpening ? Patience : MostForOpening;

    private static TimeSpan MostForOpening => TimeSpan.FromSeconds(5);
}
