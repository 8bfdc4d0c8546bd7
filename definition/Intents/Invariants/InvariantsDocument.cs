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
            .. Intent.RoutedBy.Select(
                (one, i) => Text(InvariantKind.RoutedBy, i, [], one.To, null, null) with { Namespaces = one.Namespaces }
            ),
            .. Intent.NeverReaches.Select(
                (one, i) =>
                    Text(InvariantKind.NeverReaches, i, [one.From], one.To, null, null) is var text
                        ? text with
                        {
                            Within = one.Within,
                            Except = List(text.Where, "except", one.Except),
                        }
                        : text
            ),
        ];
    }

    /// <summary>What it says, as it is written.</summary>
    public InvariantsIntent Intent { get; }

    /// <summary>Its invariants, their callers and services still texts.</summary>
    public IReadOnlyList<InvariantText> Texts { get; }

    private InvariantText Text(InvariantKind kind, int index, IReadOnlyList<string> from, string to, string? method, string? path)
    {
        var where = FormattableString.Invariant($"{Invariant.KeyOf(kind)}[{index}]");
        return new(kind, Lines.Find(where), where, this, Callers(kind, where, from), to, method, path);
    }

    private static List<(string Path, string Text)> Callers(InvariantKind kind, string where, IReadOnlyList<string> from) =>
        kind == InvariantKind.Only ? List(where, "from", from) : [.. from.Select(text => ($"{where}.from", text))];

    private static List<(string Path, string Text)> List(string where, string key, IReadOnlyList<string> texts) =>
        [.. texts.Select((text, i) => (FormattableString.Invariant($"{where}.{key}[{i}]"), text))];
}
