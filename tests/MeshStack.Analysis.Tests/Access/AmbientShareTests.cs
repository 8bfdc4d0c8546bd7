using System.Globalization;

namespace MeshStack.Analysis.Tests.Access;

/// <summary>docs/proof.md says how many of the cases of ambient mode are undecided.</summary>
public sealed class AmbientShareTests
{
    private static readonly AccessCase[] Cases = [.. AccessCase.All.Where(one => one.Path.StartsWith("ambient", StringComparison.Ordinal))];

    [Fact]
    public void TheUndecidedShareIsThatOfTheCases()
    {
        var undecided = Cases.Where(one => one.Field["expect"]["decision"].Text == "undecided").ToArray();
        var mixed = undecided.Count(one => one.Field["expect"]["reason"].Text?.StartsWith("mixed: ", StringComparison.Ordinal) == true);
        var page = string.Join(
            ' ',
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "proof.md")).Split('\n', StringSplitOptions.TrimEntries)
        );

        Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Of the {Cases.Length} cases of ambient mode in the tests, which ask for all of the above and for what is left out, "
                    + $"{undecided.Length} are undecided, {mixed} of them with both outcomes."
            ),
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void MostOfThemAreDecided() =>
        Assert.InRange(Cases.Count(one => one.Field["expect"]["decision"].Text == "undecided"), 1, Cases.Length / 2);
}
