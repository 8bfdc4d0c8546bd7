namespace MeshStack.Infra.Tests.Stacks;

/// <summary>A checked-in text. To accept a change: <c>tests/accept</c>.</summary>
internal static class AcceptedText
{
    public static bool Accepts { get; } = Environment.GetEnvironmentVariable("MESHSTACK_ACCEPT") == "1";

    public static void Compare(string file, string text)
    {
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"{file} is missing: tests/accept writes it");
        Assert.Equal(File.ReadAllText(file), text);
    }
}
