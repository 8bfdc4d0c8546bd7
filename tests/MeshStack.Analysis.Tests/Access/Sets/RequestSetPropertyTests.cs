using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Sets;

public class RequestSetPropertyTests
{
    private static readonly Gen<(RequestPattern, RequestPattern)> Two =
        from one in RequestPattern.All
        from two in RequestPattern.All
        select (one, two);

    private static readonly Gen<(RequestPattern, RequestPattern, RequestPattern)> Three =
        from two in Two
        from three in RequestPattern.All
        select (two.Item1, two.Item2, three);

    [Fact]
    public void ASetTakesWhatItsPatternsTakeRequestByRequest() =>
        Cases.Check(
            from pattern in RequestPattern.All
            from requests in Gen.Elements(RequestPattern.Requests.ToArray()).ArrayOf(30)
            select (pattern, requests),
            given =>
            {
                var set = given.pattern.Set();
                return given.requests.All(request => set.Contains(request) == given.pattern.Takes(request));
            }
        );

    [Fact]
    public void EmptinessAndWitnessAgreeWithASearchOverAllSmallRequests() =>
        Cases.Check(
            RequestPattern.All,
            pattern =>
            {
                var set = pattern.Set();
                return set.Witness() is { } witness
                    ? !set.IsEmpty && set.Contains(witness) && pattern.Takes(witness)
                    : set.IsEmpty && !RequestPattern.Requests.Any(pattern.Takes);
            }
        );

    [Fact]
    public void BoxesAreTheSetAndNoneIsTooMany() =>
        Cases.Check(
            RequestPattern.All,
            pattern =>
            {
                var set = pattern.Set();
                var boxes = set.Boxes.Select(box => box.Requests).ToArray();
                return RequestSet.Union(boxes).Equals(set)
                    && (
                        boxes.Length == 1
                        || boxes
                            .Select((_, left) => RequestSet.Union(boxes.Where((_, index) => index != left)))
                            .All(rest => !rest.Equals(set))
                    );
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
                return areEqual == one.Equals(other) && areEqual == (one.ToString() == other.ToString());
            }
        );

    [Fact]
    public void TheOrderOfMakingDoesNotMatter() =>
        Cases.Check(
            RequestPattern.Small.ArrayOf(5),
            patterns =>
            {
                var one = RequestSet.Union(patterns.Select(pattern => pattern.Set()));
                var other = patterns.Reverse().Aggregate(RequestSet.Nothing, (left, pattern) => pattern.Set().Union(left));
                return one.Equals(other) && one.GetHashCode() == other.GetHashCode() && one.ToString() == other.ToString();
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
                    && a.Except(b).Union(a.Intersect(b)).Equals(a)
                    && a.Complement().Complement().Equals(a)
                    && a.Except(a).Equals(RequestSet.Nothing)
                    && a.Union(a.Complement()).Equals(RequestSet.Everything)
                    && a.Intersect(b).IsSubsetOf(a);
            }
        );
}
