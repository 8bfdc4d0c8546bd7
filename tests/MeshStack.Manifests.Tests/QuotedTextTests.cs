namespace MeshStack.Manifests.Tests;

/// <summary>A message is as long as somebody reads, whatever is typed where a name belongs.</summary>
public sealed class QuotedTextTests
{
    [Fact]
    public void ALongWordIsCutAndItsLengthSaid() =>
        Assert.Equal($"got {new string('x', 60)}… (3900000 characters) here", QuotedText.Of($"got {new string('x', 3_900_000)} here"));

    [Fact]
    public void ALongTextOfManyWordsIsCut()
    {
        var shown = QuotedText.Of("'" + string.Concat(Enumerable.Repeat("a b ", 1_000_000)) + "'");

        Assert.InRange(shown.Length, 1_000, 3_000);
        Assert.EndsWith("… (4000002 characters)", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameThatIsTooLongByALetterIsShown()
    {
        var text = $"'{new string('a', 254)}' has 254 characters";

        Assert.Equal(text, QuotedText.Of(text));
    }

    [Fact]
    public void ALetterOfTwoHalvesIsNotCutWithin() =>
        Assert.Equal($"{new string('x', 59)}… (361 characters)", QuotedText.Of(new string('x', 59) + "😀" + new string('x', 300)));
}
