using MeshStack.Analysis.Sets.Claims;
using MeshStack.Analysis.Sets.Texts;

namespace MeshStack.Analysis.Sets.Decisions;

/// <summary>One part of a request: a named one for headers and claims.</summary>
internal sealed record Dimension(DimensionKind Kind, string Name = "") : IComparable<Dimension>
{
    public static readonly Dimension Method = new(DimensionKind.Method);

    public static readonly Dimension Path = new(DimensionKind.Path);

    public static readonly Dimension Host = new(DimensionKind.Host);

    public static readonly Dimension Identity = new(DimensionKind.Identity);

    public static readonly Dimension RequestPrincipal = new(DimensionKind.RequestPrincipal);

    private static readonly ISlice[] Everything =
    [
        new OptionalTexts(false, Universe.Methods),
        new OptionalTexts(false, Universe.Paths),
        new OptionalTexts(false, Universe.Hosts),
        new OptionalTexts(true, Universe.Identities),
        new OptionalTexts(true, Universe.RequestPrincipals),
        new OptionalTexts(true, TextSet.Everything),
        ClaimSet.Everything,
    ];

    /// <summary>All values that the part can have.</summary>
    public ISlice All => Everything[(int)Kind];

    // Header names have no case.
    public static Dimension Header(string name) => new(DimensionKind.Header, name.ToLowerInvariant());

    public static Dimension Claim(string name) => new(DimensionKind.Claim, name);

    public int CompareTo(Dimension? other) =>
        other is null ? 1
        : Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : string.CompareOrdinal(Name, other.Name);

    public bool Contains(ISlice slice, SampleRequest request) =>
        Kind switch
        {
            DimensionKind.Claim => ((ClaimSet)slice).Contains(request.Claims.GetValueOrDefault(Name, [])),
            _ => ((OptionalTexts)slice).Contains(Text(request)),
        };

    private string? Text(SampleRequest request) =>
        Kind switch
        {
            DimensionKind.Method => request.Method,
            DimensionKind.Path => request.Path,
            DimensionKind.Host => request.Host,
            DimensionKind.Identity => request.Identity,
            DimensionKind.RequestPrincipal => request.RequestPrincipal,
            _ => request.Headers.GetValueOrDefault(Name),
        };
}
