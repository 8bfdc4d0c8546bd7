using Pulumi;

namespace MeshStack.Istio;

public sealed partial class StringMatchArgs
{
    /// <summary>Match on the whole string.</summary>
    public static StringMatchArgs Exact(Input<string> value) => new() { ExactValue = value };

    /// <summary>Match on how the string starts.</summary>
    public static StringMatchArgs Prefix(Input<string> value) => new() { PrefixValue = value };

    /// <summary>Match of the whole string by an RE2 expression.</summary>
    public static StringMatchArgs Regex(Input<string> value) => new() { RegexValue = value };

    /// <summary>Match on any value: a header that is there at all.</summary>
    public static StringMatchArgs Present() => new();
}
