using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Config.Mesh;

/// <summary>Where a proxy or an endpoint is; a part that is null is not known.</summary>
internal sealed record Locality(string? Region, string? Zone, string? Subzone)
{
    // The first that stands there wins. Source: GetLocalityLabel in pkg/model/proxy.go of istio/istio.
    private static readonly string[] LabelNames = ["topology.istio.io/locality", "istio-locality"];

    /// <summary>That of an endpoint of which nothing says where it is.</summary>
    public static Locality None { get; } = new("", "", "");

    /// <summary>Somewhere in a region; null where that is not known either.</summary>
    public static Locality In(string? region) => new(Mask.IsIn(region) ? null : region, null, null);

    /// <summary>Region, zone and subzone with slashes in between.</summary>
    public static Locality Parse(string? text)
    {
        var parts = (text ?? "").Split('/', 3);
        return Mask.IsIn(text) ? In(null) : new(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
    }

    /// <summary>What labels of pods say in place of their node; null where they say nothing.</summary>
    public static Locality? Labelled(IReadOnlyDictionary<string, string> labels) =>
        LabelNames.Select(labels.GetValueOrDefault).FirstOrDefault(text => text is not null) is not { Length: > 0 } text ? null
        : text.Contains('/', StringComparison.Ordinal) ? Parse(text)
        : Parse(text.Replace('.', '/'));

    /// <summary>True where a rule's locality covers this one; null where that is not known.</summary>
    /// <remarks>Source: LocalityMatch in pilot/pkg/networking/util/util.go of istio/istio.</remarks>
    public bool? IsCoveredBy(string rule)
    {
        var parts = rule.Split('/', 3);
        bool?[] covered =
        [
            parts[0] == "*" || parts[0] == Region ? true
            : Region is null ? null
            : false,
            Covers(parts.ElementAtOrDefault(1), Zone),
            Covers(parts.ElementAtOrDefault(2), Subzone),
        ];
        return covered.Contains(false) ? false
            : covered.Contains(null) ? null
            : true;
    }

    private static bool? Covers(string? rule, string? part) =>
        rule is null or "" or "*" || rule == part ? true
        : part is null ? null
        : false;
}
