using System.Collections.Immutable;
using MeshStack.Analysis.Sets.Claims;

namespace MeshStack.Analysis.Sets.Decisions;

/// <summary>Finds a request of a set that says no more than it must.</summary>
internal static class DecisionWitness
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

    public static SampleRequest? Of(Decision decision)
    {
        var request = new SampleRequest();
        while (decision.Dimension is { } dimension)
        {
            (request, decision) =
                dimension.Kind == DimensionKind.Claim ? Claim(request, decision, dimension) : Text(request, decision, dimension);
        }

        return decision.IsNever ? null : request;
    }

    private static (SampleRequest Request, Decision Next) Text(SampleRequest request, Decision decision, Dimension dimension)
    {
        var (text, next) = decision
            .Branches.Select(branch => (Text: Best((OptionalTexts)branch.Slice, dimension), branch.Next))
            .OrderBy(choice =>
                choice.Text is null ? -1
                : dimension.Kind == DimensionKind.Method && Methods.AsSpan().IndexOf(choice.Text) is >= 0 and var place ? place
                : Methods.Length + choice.Text.Length
            )
            .ThenBy(choice => choice.Text, StringComparer.Ordinal)
            .First();
        return (
            dimension.Kind switch
            {
                DimensionKind.Method => request with { Method = text! },
                DimensionKind.Path => request with { Path = text! },
                DimensionKind.Host => request with { Host = text! },
                DimensionKind.Identity => request with { Identity = text },
                DimensionKind.RequestPrincipal => request with { RequestPrincipal = text },
                _ => text is null ? request : request with { Headers = request.Headers.SetItem(dimension.Name, text) },
            },
            next
        );
    }

    private static (SampleRequest Request, Decision Next) Claim(SampleRequest request, Decision decision, Dimension dimension)
    {
        var (texts, next) = decision
            .Branches.Select(branch => (Texts: ((ClaimSet)branch.Slice).Witness()!, branch.Next))
            .OrderBy(choice => choice.Texts.Count)
            .ThenBy(choice => string.Join('\n', choice.Texts), StringComparer.Ordinal)
            .First();
        return (texts.Count == 0 ? request : request with { Claims = request.Claims.SetItem(dimension.Name, [.. texts]) }, next);
    }

    private static string? Best(OptionalTexts slice, Dimension dimension)
    {
        var usual = dimension.Kind switch
        {
            DimensionKind.Method => Methods.FirstOrDefault(slice.Contains),
            DimensionKind.Host when slice.Contains(SampleRequest.AnyHost) => SampleRequest.AnyHost,
            _ => null,
        };
        return slice.IsAbsentTaken ? null : usual ?? slice.Texts.Witness();
    }
}
