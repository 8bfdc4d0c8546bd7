using Pulumi;

namespace MeshStack.Istio;

/// <summary>Match on one string: exact, by prefix or by regular expression.</summary>
public sealed class StringMatchArgs : ResourceArgs
{
    /// <summary>Whole string, case-sensitive.</summary>
    [Input("exact")]
    public Input<string>? ExactValue { get; set; }

    /// <summary>Start of the string; "/api" also matches "/apix".</summary>
    [Input("prefix")]
    public Input<string>? PrefixValue { get; set; }

    /// <summary>RE2 expression over the whole string, at most 1024 characters.</summary>
    [Input("regex")]
    public Input<string>? RegexValue { get; set; }

    /// <summary>Match on the whole string.</summary>
    public static StringMatchArgs Exact(Input<string> value) => new() { ExactValue = value };

    /// <summary>Match on how the string starts.</summary>
    public static StringMatchArgs Prefix(Input<string> value) => new() { PrefixValue = value };

    /// <summary>Match of the whole string by an RE2 expression.</summary>
    public static StringMatchArgs Regex(Input<string> value) => new() { RegexValue = value };

    /// <summary>Match on any value: a header that is there at all.</summary>
    public static StringMatchArgs Present() => new();
}
