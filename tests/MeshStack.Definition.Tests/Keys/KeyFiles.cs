using System.Text.RegularExpressions;

namespace MeshStack.Definition.Tests.Keys;

/// <summary>The files that are made of the declarations of keys.</summary>
internal static partial class KeyFiles
{
    /// <summary>The documentation of the definition.</summary>
    public const string Documentation = "docs/definition.md";

    /// <summary>A file with its tables made anew; what stands between them stays.</summary>
    public static string WithTables(string text, IntentKinds kinds) =>
        Marked().Replace(text, match => Table(match.Groups["name"].Value, kinds));

    /// <summary>The tables that a file has, by name.</summary>
    public static IReadOnlyList<string> TablesOf(string text) => [.. Marked().Matches(text).Select(m => m.Groups["name"].Value)];

    private static string Table(string name, IntentKinds kinds) => $"<!-- keys: {name} -->\n{KeyTables.Of(name, kinds)}<!-- end -->";

    [GeneratedRegex(@"<!-- keys: (?<name>\w+) -->\n(.*?)<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
