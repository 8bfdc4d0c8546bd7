using MeshStack.Analysis.Config.Http;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Routing;

/// <summary>One HTTP route of a VirtualService.</summary>
/// <param name="Field">The route as it is written.</param>
/// <param name="Root">The route of the root VirtualService, where this one is a delegate's.</param>
/// <param name="Manifest">The VirtualService that holds it.</param>
/// <param name="Matches">The entries of which one has to match; none matches everything.</param>
internal sealed record HttpRoute(Field Field, HttpRoute? Root, Manifest Manifest, IReadOnlyList<HttpMatch> Matches)
{
    public string Namespace => Manifest.Namespace ?? "default";

    /// <summary>What hides a part of what it does with requests.</summary>
    public Unreadable? Unreadable { get; init; }

    /// <summary>A route as a VirtualService has it.</summary>
    public static HttpRoute From(Field field, Manifest manifest) =>
        new(field, null, manifest, MatchesOf(field, manifest)) { Unreadable = MaskedObject.Within(field, PartMasks.Route, manifest) };

    /// <summary>The route where it is not known whether it takes what it matches.</summary>
    public HttpRoute Perhaps(Unreadable unreadable) =>
        this with
        {
            Matches =
                Matches.Count == 0
                    ? [HttpMatch.Nothing(Field.Path, unreadable)]
                    : [.. Matches.Select(match => match with { Unreadable = match.Unreadable ?? unreadable })],
        };

    /// <summary>A field of the route or, where a delegate leaves it out, of its root.</summary>
    public Field this[string key] => OwnerOf(key).Field[key];

    /// <summary>The route that has a field: itself or, where a delegate leaves it out, its root.</summary>
    public HttpRoute OwnerOf(string key) => !Field[key].Exists && Root is not null ? Root : this;

    /// <summary>True where every request matches.</summary>
    public bool IsCatchAll => Matches.Count == 0 || Matches.Any(match => match.IsCatchAll);

    public bool IsFor(RouteOrigin origin) => Matches.Count == 0 || Matches.Any(match => match.IsFor(origin));

    /// <summary>The first match that takes the request.</summary>
    public (Certainty Certainty, HttpMatch? Match) Find(HttpRequest request, RouteOrigin origin)
    {
        if (Matches.Count == 0)
        {
            return (Certainty.Yes, null);
        }

        var unknown = Certainty.No;
        foreach (var match in Matches.Where(match => match.IsFor(origin)))
        {
            var result = match.Matches(request);
            if (result.IsYes)
            {
                return (unknown.IsNo ? result : unknown, match);
            }

            unknown = unknown.IsNo ? result : unknown;
        }

        return (unknown, null);
    }

    /// <summary>The place of one of its matches; its own without one, and where it is a delegate's without any, which has its root's.
    /// </summary>
    public ConfigLocation PlaceOf(HttpMatch? match) =>
        new(Manifest, match is null || (Root is not null && !Field["match"].HasContent) ? Field.Path : match.Path);

    private static IReadOnlyList<HttpMatch> MatchesOf(Field field, Manifest manifest)
    {
        var match = field["match"];
        return Mask.IsIn(field.Text) || Mask.IsIn(match.Text)
            ? [HttpMatch.Nothing(match.Path, Unreadable.From(manifest, match.Exists ? match.Path : field.Path))]
            : [.. match.Items.Select(entry => HttpMatch.From(entry, manifest))];
    }

    public Cause Because(string detail) => Cause.From(Manifest, $"{Field.Path}: {detail}");
}
