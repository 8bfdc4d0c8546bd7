namespace MeshStack.Fuzz.Tests;

/// <summary>How many inputs are tried: a million at night, a thousandth of it otherwise.</summary>
internal static class Examined
{
    private static readonly int Share = Environment.GetEnvironmentVariable("MESHSTACK_NIGHTLY") == "1" ? 1_000 : 1;

    /// <summary>The inputs of a target that gets the given part of every thousand.</summary>
    public static int Inputs(int ofThousand) => ofThousand * Share;
}
