namespace MeshStack.Analysis.Access;

/// <summary>The requests that an entry of a route's match takes.</summary>
internal static class FamilyMatch
{
    public static RequestBounds Of(HttpMatch match, RequestFamily family, HttpRequest http)
    {
        var result = Of(Test(match.Scheme, http.Scheme)).Intersect(Of(Test(match.Authority, http.Authority)));
        if (match.Method is { } method)
        {
            result = result.Intersect(RequestBounds.Of(TextsOf(method), RequestSet.Methods));
        }

        if (match.Uri is { } uri)
        {
            result = result.Intersect(family.PathIn(TextsOf(uri, match.IgnoreUriCase)));
        }

        foreach (var (name, header) in match.Headers)
        {
            result = result.Intersect(family.HeaderIn(name, TextsOf(header), http));
        }

        foreach (var (name, header) in match.WithoutHeaders)
        {
            result = result.Except(family.HeaderIn(name, TextsOf(header), http));
        }

        return match.QueryParams.Count == 0 ? result : result.Intersect(RequestBounds.Unknown(RequestSet.Everything, $"the route asks for the query parameter {match.QueryParams[0].Name}, and queries are not evaluated"));
    }

    private static Certainty Test(StringMatch? match, string value) => match is null ? Certainty.Yes : match.Matches(value);

    private static RequestBounds Of(Certainty certainty) => certainty.Value switch
    {
        true => RequestBounds.Everything,
        false => RequestBounds.Nothing,
        null => RequestBounds.Unknown(RequestSet.Everything, certainty.Why!),
    };

    private static TextBounds TextsOf(StringMatch match, bool ignoreCase = false)
    {
        if (Placeholder.IsIn(match.Text))
        {
            return TextBounds.Unknown($"the match {match.Text} is known only to a real run");
        }

        return match.Form switch
        {
            StringMatch.Kind.Present => TextBounds.Of(TextSet.Everything),
            StringMatch.Kind.Exact => TextBounds.Of(Cased(TextSet.Exact(match.Text), ignoreCase)),
            StringMatch.Kind.Prefix => TextBounds.Of(Cased(TextSet.Prefix(match.Text), ignoreCase)),
            StringMatch.Kind.Regex => TextBounds.Regex(match.Text),
            _ => TextBounds.Unknown($"the match {match.Text} is not known"),
        };
    }

    private static TextSet Cased(TextSet texts, bool ignoreCase) => ignoreCase ? texts.IgnoreCase() : texts;
}
