using System.Collections.Immutable;
using MeshStack.Analysis.Sets.Decisions;
using MeshStack.Analysis.Sets.Rendering;

namespace MeshStack.Analysis.Sets;

/// <summary>The requests that have each of their parts within a set.</summary>
public sealed class RequestBox
{
    private string? _text;

    internal RequestBox(ImmutableSortedDictionary<Dimension, ISlice> slices) => Slices = slices;

    /// <summary>All of the box's requests.</summary>
    public RequestSet Requests => new(Decision);

    /// <summary>The methods; <see cref="TextSet.Present"/> for any.</summary>
    public TextSet Methods => Texts(Dimension.Method);

    /// <summary>The paths: texts that begin with a slash and have no query.</summary>
    public TextSet Paths => Texts(Dimension.Path);

    /// <summary>The hosts, in any case.</summary>
    public TextSet Hosts => Texts(Dimension.Host);

    /// <summary>What else must hold, in words: <c>header x-team is a*</c>.</summary>
    public ImmutableArray<string> Conditions =>
        [.. Slices.Where(slice => slice.Key.Kind > DimensionKind.Host).Select(slice => ConditionRendering.Of(slice.Key, slice.Value))];

    internal ImmutableSortedDictionary<Dimension, ISlice> Slices { get; }

    internal Decision Decision => DecisionBoxes.Decide(Slices);

    /// <summary>The box in words: <c>GET /static* where header x-team is a*</c>.</summary>
    public override string ToString() => _text ??= Render();

    private string Render()
    {
        var methods = Slices.ContainsKey(Dimension.Method) ? TextRendering.OfMethods(Methods, ", ") : null;
        var paths = Slices.ContainsKey(Dimension.Path) ? TextRendering.OfPaths(Paths, ", ") : null;
        var hosts = Slices.ContainsKey(Dimension.Host) ? $" on {TextRendering.OfHosts(Hosts, ", ")}" : "";
        var what = (methods, paths) switch
        {
            (null, null) => "everything",
            (null, _) => $"any method {paths}",
            (_, null) => $"{methods} /*",
            _ => $"{methods} {paths}",
        };
        return what + hosts + (Conditions is { IsEmpty: false } conditions ? $" where {string.Join(" and ", conditions)}" : "");
    }

    private TextSet Texts(Dimension dimension) => ((OptionalTexts)(Slices.GetValueOrDefault(dimension) ?? dimension.All)).Texts;
}
