using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Sets;

public class TextSetPropertyTests
{
    private static readonly Gen<(Pattern, Pattern)> Two = from one in Pattern.All from two in Pattern.All select (one, two);

    private static readonly Gen<(Pattern, Pattern, Pattern)> Three =
        from two in Two
        from three in Pattern.All
        select (two.Item1, two.Item2, three);

    [Fact]
    public void ASetTakesWhatItsPatternsTakeTextByText() =>
        Cases.Check(from pattern in Pattern.All from texts in Pattern.Texts.ArrayOf(20) select (pattern, texts), Holds);

    [Fact]
    public void EmptinessAndWitnessAgreeWithASearchOverAllShortTexts() =>
        Cases.Check(
            Pattern.All,
            pattern =>
            {
                var set = pattern.Set();
                var found = Pattern.ShortTexts.FirstOrDefault(pattern.Takes);
                return set.Witness() is { } witness
                    ? !set.IsEmpty
                        && pattern.Takes(witness)
                        && (found is null ? witness.Length > Pattern.ShortTexts[^1].Length : witness.Length <= found.Length + 1)
                    : set.IsEmpty && found is null;
            }
        );

    [Fact]
    public void OverlapAndInclusionAreThoseOfTheOperations() =>
        Cases.Check(
            Two,
            two =>
            {
                var (one, other) = (two.Item1.Set(), two.Item2.Set());
                return one.Overlaps(other) == !one.Intersect(other).IsEmpty && one.IsSubsetOf(other) == one.Except(other).IsEmpty;
            }
        );

    [Fact]
    public void EqualByMeaningIsEqualInFormAndInPrint() =>
        Cases.Check(
            Two,
            two =>
            {
                var (one, other) = (two.Item1.Set(), two.Item2.Set());
                var areEqual = one.Except(other).IsEmpty && other.Except(one).IsEmpty;
                return areEqual == one.Equals(other)
                    && (!areEqual || (one.GetHashCode() == other.GetHashCode() && one.ToString() == other.ToString()));
            }
        );

    [Fact]
    public void TheLawsOfSetsHold() =>
        Cases.Check(
            Three,
            three =>
            {
                var (a, b, c) = (three.Item1.Set(), three.Item2.Set(), three.Item3.Set());
                return a.Union(b).Complement().Equals(a.Complement().Intersect(b.Complement()))
                    && a.Intersect(b).Complement().Equals(a.Complement().Union(b.Complement()))
                    && a.Intersect(b.Union(c)).Equals(a.Intersect(b).Union(a.Intersect(c)))
                    && a.Union(b).Union(c).Equals(TextSet.Union([c, a, b]))
                    && a.Except(b).Equals(a.Intersect(b.Complement()))
                    && a.Except(b).Union(a.Intersect(b)).Equals(a)
                    && a.Complement().Complement().Equals(a)
                    && a.Except(a).Equals(TextSet.Nothing)
                    && a.Union(a.Complement()).Equals(TextSet.Everything);
            }
        );

    [Fact]
    public void DifferentSetsPrintDifferently() =>
        Cases.Check(
            Two,
            two =>
            {
                var (one, other) = (two.Item1.Set(), two.Item2.Set());
                return one.Equals(other) || one.ToString() != other.ToString();
            }
        );

    [Fact]
    public void MembersAreAllOfAFiniteSet() =>
        Cases.Check(
            Pattern.All,
            pattern =>
                pattern.Set().Members(200) is not { } members
                || members
                    .Where(text => text.Length < 6)
                    .SequenceEqual(Pattern.ShortTexts.Where(pattern.Takes).Order(StringComparer.Ordinal))
        );

    private static bool Holds((Pattern Pattern, string[] Texts) given)
    {
        var set = given.Pattern.Set();
        return given.Texts.All(text =>
            set.Contains(text) == given.Pattern.Takes(text) && set.Complement().Contains(text) != given.Pattern.Takes(text)
        );
    }
}
