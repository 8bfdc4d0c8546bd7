using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>The matches of a delegate's route behind those of its root.</summary>
/// <remarks>Source: mergeHTTPMatchRequests, mergeHTTPMatchRequest and hasConflict in pilot/pkg/model/virtualservice.go of istio/istio,
/// 1.30.3.</remarks>
internal static class DelegateMatches
{
    /// <summary>The matches of both, or null where one of the delegate's is within none of the root's: that drops its route.</summary>
    public static IReadOnlyList<HttpMatch>? Merge(IReadOnlyList<HttpMatch> roots, IReadOnlyList<HttpMatch> leaves)
    {
        if (roots.Count == 0 || leaves.Count == 0)
        {
            return roots.Count == 0 ? leaves : roots;
        }

        List<HttpMatch> merged = [];
        Unreadable? open = null;
        foreach (var leaf in leaves)
        {
            HttpMatch[] within = [.. roots.Where(root => !Conflict(root, leaf))];
            if (within.Length == 0)
            {
                return null;
            }

            // What is hidden may be in conflict, and would drop the route with all of its matches.
            var hidden = within.Select(root => Hiding(root, leaf)).ToArray();
            open ??= Array.TrueForAll(hidden, one => one is not null) ? hidden[0] : null;
            merged.AddRange(within.Zip(hidden, (root, why) => Both(root, leaf) with { Unreadable = why }));
        }

        return open is null ? merged : [.. merged.Select(match => match with { Unreadable = match.Unreadable ?? open })];
    }

    private static HttpMatch Both(HttpMatch root, HttpMatch leaf) =>
        leaf with
        {
            Uri = Closer(root.Uri, leaf.Uri),
            IgnoreUriCase = leaf.Unreadable is null ? leaf.IgnoreUriCase : root.IgnoreUriCase,
            Scheme = Closer(root.Scheme, leaf.Scheme),
            Method = Closer(root.Method, leaf.Method),
            Authority = Closer(root.Authority, leaf.Authority),
            Headers = Both(root.Headers, leaf.Headers),
            WithoutHeaders = Both(root.WithoutHeaders, leaf.WithoutHeaders),
            QueryParams = Both(root.QueryParams, leaf.QueryParams),
            Port = leaf.Port ?? root.Port,
            SourceLabels = new(
                root.SourceLabels.Labels.Where(label => !leaf.SourceLabels.Labels.ContainsKey(label.Key))
                    .Concat(leaf.SourceLabels.Labels)
                    .ToDictionary(StringComparer.Ordinal)
            ),
            SourceNamespace = leaf.SourceNamespace ?? root.SourceNamespace,
            Gateways = leaf.Gateways.Count > 0 ? leaf.Gateways : root.Gateways,
        };

    private static IReadOnlyList<(string Name, StringMatch Match)> Both(
        IReadOnlyList<(string Name, StringMatch Match)> roots,
        IReadOnlyList<(string Name, StringMatch Match)> leaves
    ) => [.. roots.Where(root => Of(leaves, root.Name) is null or { Hidden: not null }), .. leaves];

    // The delegate's, which is within the root's where both are there: so that the root's says what is known of one that is hidden.
    private static StringMatch? Closer(StringMatch? root, StringMatch? leaf) => leaf is null or { Hidden: not null } ? root ?? leaf : leaf;

    private static bool Conflict(HttpMatch root, HttpMatch leaf) =>
        StringMatch.Conflict(root.Uri, leaf.Uri)
        || StringMatch.Conflict(root.Scheme, leaf.Scheme)
        || StringMatch.Conflict(root.Method, leaf.Method)
        || StringMatch.Conflict(root.Authority, leaf.Authority)
        || Conflict(root.Headers, leaf.Headers)
        || Conflict(root.WithoutHeaders, leaf.WithoutHeaders)
        || Conflict(root.QueryParams, leaf.QueryParams)
        || (root.Port is not null && leaf.Port is not null && root.Port != leaf.Port)
        || ((root.Unreadable ?? leaf.Unreadable) is null && Differ(root, leaf))
        || leaf.SourceLabels.Labels.Any(label => root.SourceLabels.Labels.TryGetValue(label.Key, out var value) && value != label.Value)
        || (
            root.Gateways.Count > 0
            && (leaf.Gateways.Count > root.Gateways.Count || leaf.Gateways.Any(gateway => !root.Gateways.Contains(gateway)))
        );

    // What has to be equal is not known to differ where a part of either is hidden.
    private static bool Differ(HttpMatch root, HttpMatch leaf) =>
        root.IgnoreUriCase != leaf.IgnoreUriCase || (root.SourceNamespace is not null && root.SourceNamespace != leaf.SourceNamespace);

    private static bool Conflict(
        IReadOnlyList<(string Name, StringMatch Match)> roots,
        IReadOnlyList<(string Name, StringMatch Match)> leaves
    ) => leaves.Any(leaf => StringMatch.Conflict(Of(roots, leaf.Name), leaf.Match));

    // What hides whether the two are in conflict, or what is left of the root beside the leaf.
    private static Unreadable? Hiding(HttpMatch root, HttpMatch leaf) =>
        root.Unreadable
        ?? leaf.Unreadable
        ?? Hiding(root.Uri, leaf.Uri)
        ?? Hiding(root.Scheme, leaf.Scheme)
        ?? Hiding(root.Method, leaf.Method)
        ?? Hiding(root.Authority, leaf.Authority)
        ?? Hiding(root.Headers, leaf.Headers)
        ?? Hiding(root.WithoutHeaders, leaf.WithoutHeaders)
        ?? Hiding(root.QueryParams, leaf.QueryParams);

    private static Unreadable? Hiding(
        IReadOnlyList<(string Name, StringMatch Match)> roots,
        IReadOnlyList<(string Name, StringMatch Match)> leaves
    ) => leaves.Select(leaf => Hiding(Of(roots, leaf.Name), leaf.Match)).FirstHidden();

    private static Unreadable? Hiding(StringMatch? root, StringMatch? leaf) =>
        root is null || leaf is null ? null : root.Hidden ?? leaf.Hidden;

    private static StringMatch? Of(IReadOnlyList<(string Name, StringMatch Match)> matches, string name) =>
        matches.FirstOrDefault(match => match.Name == name).Match;
}
