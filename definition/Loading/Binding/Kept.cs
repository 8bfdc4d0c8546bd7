namespace MeshStack.Definition;

/// <summary>Why settings may be found by reflection where a program is compiled to native code.</summary>
internal static class Kept
{
    /// <summary>Nothing of this assembly is trimmed away.</summary>
    public const string Whole = "cli/MeshStack.Cli.csproj keeps the assembly of the settings whole";

    /// <summary>Lists and maps of classes share their code, whatever the class.</summary>
    public const string Shared = "settings are classes, and collections of classes share their native code";
}
