namespace MeshStack.Definition;

/// <summary>A document of kind Invariants.</summary>
internal sealed class InvariantsDocument : IntentDocument
{
    public InvariantsDocument(IntentReader reader)
        : base(reader)
    {
        Intent = reader.Bind<InvariantsIntent>();
        Texts =
        [
            .. Intent.Never.Select((one, i) => Text(InvariantKind.Never, i, [one.From], one.To, one.Method, one.Path)),
            .. Intent.Always.Select((one, i) => Text(InvariantKind.Always, i, [one.From], one.To, one.Method, one.Path)),
            .. Intent.Only.Select((one, i) => Text(InvariantKind.Only, i, one.From, one.To, null, null)),
        ];
    }

    /// <summary>What it says, as it is written.</summary>
    public InvariantsIntent Intent { get; }

    /// <summary>Its invariants, their callers and services still texts.</summary>
    public IReadOnlyList<InvariantText> Texts { get; }

    private InvariantText Text(InvariantKind kind, int index, IReadOnlyList<string> from, string to, string? method, string? path)
    {
        var where = FormattableString.Invariant($"{kind.ToString().ToLowerInvariant()}[{index}]");
        return new(kind, Lines.Find(where), where, this, Callers(kind, where, from), to, method, path);
    }

    private static List<(string Path, string Text)> Callers(InvariantKind kind, string where, IReadOnlyList<string> from) =>
        kind == InvariantKind.Only
            ? [.. from.Select((text, i) => (FormattableString.Invariant($"{where}.from[{i}]"), text))]
            : [.. from.Select(text => ($"{where}.from", text))];
}
