namespace MeshStack.Conformance;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was compared is equal.</summary>
    public const int Equal = 0;

    /// <summary>Something differs.</summary>
    public const int Different = 1;

    /// <summary>The command line is wrong, or there is nothing to compare with.</summary>
    public const int BadInput = 2;
}
