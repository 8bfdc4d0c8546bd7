namespace Pulumi;

/// <summary>What an output or input gives as its text.</summary>
internal static class OutputText
{
    public static string Advice() => "ADVICE";
}
