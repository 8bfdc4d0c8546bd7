namespace MeshStack.Bench.Runs;

/// <summary>One way to start a program.</summary>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Invocation(string Program, params string[] Arguments)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Program} {string.Join(' ', Arguments)}";
}
