namespace MeshStack.Cli.Commands;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Nothing is wrong.</summary>
    public const int Success = 0;

    /// <summary>A finding of error severity stands.</summary>
    public const int Findings = 1;

    /// <summary>The input or the command line is wrong; nothing was done.</summary>
    public const int BadInput = 2;

    /// <summary>The request does not get through.</summary>
    public const int NotAllowed = 3;

    /// <summary>The manifests do not decide whether the request gets through.</summary>
    public const int Undecided = 4;
}
