using MeshStack.Analysis.Sets.Decisions;
using MeshStack.Analysis.Sets.Rendering;
using MeshStack.Analysis.Sets.Texts;

namespace MeshStack.Analysis.Sets;

/// <summary>Writes what must hold for a caller, a token, a header or a claim.</summary>
internal static class ConditionRendering
{
    public static string Of(Dimension dimension, ISlice slice) =>
        dimension.Kind switch
        {
            DimensionKind.Identity => "caller "
                + Is(
                    (OptionalTexts)slice,
                    Universe.Identities,
                    set => CoverRendering.Of(set, Universe.Identities, CoverRendering.Principals)
                ),
            DimensionKind.RequestPrincipal => "request principal "
                + Is(
                    (OptionalTexts)slice,
                    Universe.RequestPrincipals,
                    set => CoverRendering.Of(set, Universe.RequestPrincipals, CoverRendering.Affixes)
                ),
            DimensionKind.Claim => $"claim {dimension.Name} {slice}",
            _ => $"header {dimension.Name} {Is((OptionalTexts)slice, TextSet.Everything, set => HeaderOf(dimension.Name!, set))}",
        };

    private static string HeaderOf(string name, TextSet set) => SecretHeaders.Has(name) ? MaskedText.Secret : TextRendering.Of(set, ", ");

    private static string Is(OptionalTexts slice, TextSet all, Func<TextSet, string> render)
    {
        if (slice.Texts.IsEmpty)
        {
            return "is absent";
        }

        if (slice.Texts.Equals(all))
        {
            return "is present";
        }

        if (!slice.IsAbsentTaken)
        {
            return $"is {render(slice.Texts)}";
        }

        var (taken, left) = (render(slice.Texts), render(all.Except(slice.Texts)));
        return left.Length <= taken.Length ? $"is not {left}" : $"is absent or {taken}";
    }
}
