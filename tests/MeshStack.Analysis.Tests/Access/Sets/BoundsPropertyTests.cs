using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Sets;

public class BoundsPropertyTests
{
    // A truth that is hidden in part: some of its requests and some others are undecided.
    private static readonly Gen<(RequestPattern Truth, RequestBounds Bounds)> Hidden =
        from truth in RequestPattern.All
        from veil in RequestPattern.All
        from reason in Gen.Elements("one", "two", "three")
        select (truth, RequestBounds.From(truth.Set().Except(veil.Set())).Union(RequestBounds.Unknown(veil.Set(), reason)));

    [Fact]
    public void WhatIsCertainHoldsAndWhatIsImpossibleDoesNotAfterAnyOperation() =>
        Cases.Check(
            from one in Hidden
            from two in Hidden
            from operation in Gen.Choose(0, 3)
            from requests in Gen.Elements(RequestPattern.Requests.ToArray()).ArrayOf(20)
            select (one, two, operation, requests),
            given =>
            {
                var ((truth, bounds), (otherTruth, otherBounds)) = (given.one, given.two);
                var result = given.operation switch
                {
                    0 => bounds.Union(otherBounds),
                    1 => bounds.Intersect(otherBounds),
                    2 => bounds.Except(otherBounds),
                    _ => bounds.Complement(),
                };
                return result.Certain.IsSubsetOf(result.Possible)
                    && result.IsDecided == result.Reasons.IsEmpty
                    && given.requests.All(request =>
                    {
                        var (one, two) = (truth.Takes(request), otherTruth.Takes(request));
                        var isIn = given.operation switch
                        {
                            0 => one || two,
                            1 => one && two,
                            2 => one && !two,
                            _ => !one,
                        };
                        var answer = result.Contains(request);
                        return answer is null ? !result.ReasonsFor(request).IsEmpty : answer == isIn && result.ReasonsFor(request).IsEmpty;
                    });
            }
        );

    [Fact]
    public void ExpressionsWithinTextsKeepToTheirBounds() =>
        Cases.Check(
            from expression in Gen.Elements("a+b", "/a.", "[ab]*", "(a|/)b?", "/a|b", "a{2}", "ab", "a.*", ".+", "(?i)aB")
            from pattern in Pattern.All
            from texts in Pattern.Texts.ArrayOf(20)
            select (expression, pattern, texts),
            given =>
            {
                var regex = new System.Text.RegularExpressions.Regex($"^(?:{given.expression})\\z");
                var bounds = TextBounds.Regex(given.expression).Within(given.pattern.Set());
                return bounds.Certain.IsSubsetOf(bounds.Possible)
                    && given.texts.All(text =>
                        (bounds.Contains(text) ?? (regex.IsMatch(text) && given.pattern.Takes(text)))
                        == (regex.IsMatch(text) && given.pattern.Takes(text))
                    );
            }
        );
}
