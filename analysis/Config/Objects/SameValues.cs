namespace MeshStack.Analysis.Config.Objects;

/// <summary>Compares lists of manifests' values by what they say.</summary>
internal sealed class SameValues : IEqualityComparer<IEnumerable<object?>>
{
    public static SameValues Of { get; } = new();

    public bool Equals(IEnumerable<object?>? x, IEnumerable<object?>? y) => string.Equals(Text(x), Text(y), StringComparison.Ordinal);

    public int GetHashCode(IEnumerable<object?> obj) => StringComparer.Ordinal.GetHashCode(Text(obj));

    // Keys in their order, so that equal values have equal texts.
    private static string Text(object? value) =>
        value switch
        {
            string text => $"\"{text}\"",
            IReadOnlyDictionary<string, object?> map => $"{{{string.Join(',', Entries(map))}}}",
            IEnumerable<object?> list => $"[{string.Join(',', list.Select(Text))}]",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
        };

    private static IEnumerable<string> Entries(IReadOnlyDictionary<string, object?> map) =>
        map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}:{Text(entry.Value)}");
}
