namespace MeshStack.Manifests;

/// <summary>What is wrong at one place of a YAML text; lines and columns count from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
/// <param name="Message">What is wrong; where the document is broken, the parser's own words.</param>
/// <param name="IsBroken">Whether the document cannot be read on from here.</param>
internal sealed record YamlProblem(int Line, int Column, string Message, bool IsBroken = false)
{
    /// <summary>The key that is given twice, where that is what is wrong.</summary>
    public string? DuplicateKey { get; private init; }

    public static YamlProblem Twice(YamlScalar key) =>
        new(key.Line, key.Column, $"The key {key.Text} is given twice.") { DuplicateKey = key.Text };
}
