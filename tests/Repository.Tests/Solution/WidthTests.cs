namespace Repository.Tests.Solution;

/// <summary>Code is read side by side with its change: no line is wider than a half of a screen. Texts and comments are beyond the
/// formatter.</summary>
public sealed class WidthTests
{
    private const int Most = 140;

    [Fact]
    public async Task NoLineOfCodeIsTooWide() =>
        Assert.Empty(await CodeLines.SaidOfAsync(line => line.Length > Most ? $"{line.Length} columns" : null));
}
