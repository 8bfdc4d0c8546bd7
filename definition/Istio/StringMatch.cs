namespace MeshStack.Definition.Istio;

internal sealed partial record StringMatch
{
    /// <summary>Match on the whole string.</summary>
    public static StringMatch Exact(string value) => new() { ExactValue = value };

    /// <summary>Match on how the string starts.</summary>
    public static StringMatch Prefix(string value) => new() { PrefixValue = value };

    /// <summary>Match of the whole string by an RE2 expression.</summary>
    public static StringMatch Regex(string value) => new() { RegexValue = value };

    /// <summary>Match on any value: a header that is there at all.</summary>
    public static StringMatch Present() => new();
}
