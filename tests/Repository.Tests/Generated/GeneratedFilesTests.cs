using MeshStack.Generate;

namespace Repository.Tests.Generated;

/// <summary>Files that are made from data are those that the data makes. To make them anew: <c>tests/accept</c>.</summary>
public sealed class GeneratedFilesTests
{
    private static readonly SortedDictionary<string, string> Made = GeneratedFiles.Make();

    public static TheoryData<string> Files { get; } = [.. Made.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryFileIsAsItIsMade(string file) => Assert.Equal(Made[file], File.ReadAllText(Checkout.Path(file.Split('/'))));

    [Fact]
    public void TheFoldersHoldNothingElse() =>
        Assert.Equal(
            Made.Keys,
            GeneratedFiles
                .Folders.SelectMany(folder => Directory.EnumerateFiles(Checkout.Path(folder.Split('/'))))
                .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
        );
}
