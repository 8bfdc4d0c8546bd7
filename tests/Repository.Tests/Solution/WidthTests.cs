namespace Repository.Tests.Solution;

/// <summary>Code is read side by side with its change: no line is wider than a half of a screen. Texts and comments are beyond the
/// formatter.</summary>
public sealed class WidthTests
{
    private const int Most = 140;

    [Fact]
    public async Task NoLineOfCodeIsTooWide()
    {
        var files = (await new Command(Checkout.Root).GitAsync("ls-files", "*.cs")).Split('\n');
        Assert.True(files.Length > 1000, "the files of the project are not found");
        Assert.Empty(
            from file in files
            where File.Exists(Checkout.Path(file))
            from line in File.ReadLines(Checkout.Path(file)).Index()
            where line.Item.Length > Most
            select $"{file}:{line.Index + 1}: {line.Item.Length} columns"
        );
    }
}
