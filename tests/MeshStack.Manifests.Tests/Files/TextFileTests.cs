using System.Diagnostics;
using System.Text;

namespace MeshStack.Manifests.Tests.Files;

/// <summary>Files that are no text are named, and nothing is waited for without end.</summary>
public sealed class TextFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("meshstack-").FullName;

    private string File => Path.Combine(_folder, "a.yaml");

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void ATextInAnEncodingThatItNamesIsRead(string encoding)
    {
        System.IO.File.WriteAllText(File, "a: é\n", Encoding.GetEncoding(encoding));
        Assert.Equal("a: é\n", TextFile.Read(File, "a.yaml"));
    }

    [Fact]
    public void AnotherEncodingIsNamedWithItsLine()
    {
        System.IO.File.WriteAllBytes(File, [.. "a: b\nc: caf"u8, 0xE9, (byte)'\n']);
        Assert.Equal("a.yaml:2: The byte 0xE9 is no UTF-8: it is of another encoding, such as Latin-1; save the file as UTF-8.", Problem());
    }

    [Fact]
    public void AnEmptyFileIsAnEmptyText()
    {
        System.IO.File.WriteAllBytes(File, []);
        Assert.Equal("", TextFile.Read(File, "a.yaml"));
    }

    [Fact]
    public void APipeThatNobodyWritesToIsGivenUp()
    {
        using (var made = Process.Start("mkfifo", File))
        {
            made.WaitForExit();
        }

        Assert.Equal(
            "a.yaml:1: The file cannot be read: nothing comes from it; it may be a pipe that nobody writes to.",
            Problem(TextLimits.Usual with { Patience = TimeSpan.FromMilliseconds(100) })
        );
    }

    [Fact]
    public void ADeviceWithoutAnEndIsGivenUp()
    {
        System.IO.File.CreateSymbolicLink(File, "/dev/zero");
        Assert.Equal("a.yaml:1: The file cannot be read: it has more than 1 MiB.", Problem(TextLimits.Usual with { Bytes = 1024 * 1024 }));
    }

    [Fact]
    public void ALargeFileIsNotReadAtAll()
    {
        System.IO.File.WriteAllBytes(File, new byte[2 * 1024 * 1024]);
        Assert.Equal("a.yaml:1: The file cannot be read: it has more than 1 MiB.", Problem(TextLimits.Usual with { Bytes = 1024 * 1024 }));
    }

    [Theory]
    [InlineData("a: b\nc: d\0\ne: f\n", "a.yaml:2: ", "U+0000")]
    [InlineData("a: \u001B[2J\n", "a.yaml:1: ", "U+001B")]
    [InlineData("a: \u009B2J\n", "a.yaml:1: ", "U+009B")]
    public void AControlCharacterIsNoYaml(string text, string place, string code)
    {
        var problem = Assert.Single(Assert.Throws<ManifestFormatException>(() => ManifestYaml.Read(text, "a.yaml", "one")).Problems);
        Assert.StartsWith(
            $"{place}This is not YAML: control characters are not allowed, and {code} is one",
            problem.ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("a: \"\\ud800\"\n", false)]
    [InlineData("a: \"\\ud83d\\ude00\"\n", true)]
    [InlineData("a: 😀\n", true)]
    public void HalfACharacterIsNoText(string text, bool isText) =>
        Assert.Equal(!isText, YamlReader.Read(text, YamlLimits.Manifests).Single().Problems.Count == 1);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Problem(TextLimits? limits = null) =>
        Assert
            .Single(Assert.Throws<ManifestFormatException>(() => TextFile.Read(File, "a.yaml", limits ?? TextLimits.Usual)).Problems)
            .ToString();
}
