using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Evaluation.Routing;

/// <summary>What a route does with requests besides sending them somewhere.</summary>
internal static class RouteEffects
{
    public static void Tell(RequestContext context, HttpRoute route)
    {
        // What becomes of a copy becomes of no call.
        foreach (var (effect, end) in context.IsCopy ? [] : Of(route))
        {
            context.Requests.Handle(effect, context, end);
        }
    }

    /// <summary>What a route or one of its destinations makes of headers.</summary>
    public static IEnumerable<CallEnd> OfHeaders(Field changes) =>
        from verb in new[] { "set", "add" }
        from header in changes[verb].Entries
        select new CallEnd($"the header {header.Name} is {(verb == "set" ? "set" : "added to")}") { Value = header.Scalar() };

    private static IEnumerable<(CallEffect Effect, CallEnd End)> Of(HttpRoute route)
    {
        var redirect = route["redirect"];
        if (redirect.Exists)
        {
            var code = redirect["redirectCode"].Scalar() ?? "301";
            string[] parts = [.. new[] { "scheme", "authority", "port", "uri" }.Select(key => redirect[key].Scalar()).OfType<string>()];
            yield return (CallEffect.Answered, new($"a redirect ({code}) to {(parts.Length == 0 ? "itself" : string.Join(' ', parts))}"));
            yield break;
        }

        if (route["directResponse"].Exists)
        {
            yield return (CallEffect.Answered, new($"the status {route["directResponse"]["status"].Scalar()}"));
            yield break;
        }

        if (HttpRouting.AbortedShare(route["fault"]["abort"]) is { } aborted)
        {
            var abort = route["fault"]["abort"];
            var status = abort["httpStatus"].Scalar() ?? $"gRPC {abort["grpcStatus"].Scalar()}";
            yield return (CallEffect.Aborted, new(FormattableString.Invariant($"{status} for {aborted} %")));
        }

        var delay = route["fault"]["delay"];
        if (
            (delay["percentage"]["value"].Number ?? delay["percent"].Number) is > 0 and var share
            && delay["fixedDelay"].Scalar() is { } time
        )
        {
            yield return (CallEffect.Delayed, new(FormattableString.Invariant($"{time} for {share} %")));
        }

        var rewrite = route["rewrite"];
        if (rewrite["uri"].Scalar() is { } path)
        {
            yield return (CallEffect.Rewritten, new($"the path begins with {path}"));
        }

        if (rewrite["uriRegexRewrite"]["match"].Exists)
        {
            yield return (CallEffect.Rewritten, new($"the path is rewritten to {rewrite["uriRegexRewrite"]["rewrite"].Scalar()}"));
        }

        if (rewrite["authority"].Scalar() is { } authority)
        {
            yield return (CallEffect.Rewritten, new($"the host is {authority}"));
        }

        var removed = route["headers"]["request"]["remove"].Texts();
        foreach (var header in removed)
        {
            yield return (CallEffect.Rewritten, new($"the header {header} is removed"));
        }

        foreach (var change in OfHeaders(route["headers"]["request"]))
        {
            yield return (CallEffect.Rewritten, change);
        }
    }
}
