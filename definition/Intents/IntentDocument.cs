using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A document that has been read, before anybody looked for what it names.</summary>
/// <param name="reader">What it was read from.</param>
internal class IntentDocument(IntentReader reader)
{
    public IntentKind Kind { get; } = reader.Kind;

    /// <summary>Its name; empty where its kind has none, or where it lacks one.</summary>
    public string Name { get; } = reader.Name;

    /// <summary>The stack that it is in.</summary>
    public string Stack { get; } = reader.Stack;

    /// <summary>What it says of itself.</summary>
    public IntentNote Note { get; } = reader.Note;

    /// <summary>The name that it had before; null where it was not renamed.</summary>
    public virtual string? RenamedFrom => null;

    /// <summary>Where it begins.</summary>
    public SourceLocation Location { get; } = reader.Location;

    /// <summary>Where its keys stand.</summary>
    public LineIndex Lines { get; } = reader.Lines;

    /// <summary>The services that it says are there, for others to name.</summary>
    public virtual IEnumerable<NamedServer> Servers => [];

    /// <summary>The callers that it speaks of, for others to name.</summary>
    /// <param name="checks">The other documents, in which callers may stand.</param>
    public virtual IEnumerable<NamedCaller> Callers(IntentChecks checks) => [];
}
