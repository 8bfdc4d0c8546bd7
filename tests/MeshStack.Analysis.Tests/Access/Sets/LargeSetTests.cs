using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Sets;

/// <summary>Sizes at which sets that are not kept small would not end.</summary>
public class LargeSetTests
{
    [Fact]
    public void ThePoliciesOfTwoThousandCallersAreCombinedComparedAndWritten()
    {
        var before = Enumerable.Range(0, 2_000).Select(index => Allowed(index, "v1")).ToArray();
        var after = Enumerable.Range(0, 2_000).Select(index => Allowed(index, index % 10 == 0 ? "v2" : "v1")).ToArray();
        var gained = after.Zip(before, (left, right) => left.Except(right)).Where(set => !set.IsEmpty).ToArray();
        var texts = after.Select(set => set.ToString()).ToArray();

        Assert.Equal(200, gained.Length);
        Assert.Equal("GET /health where header x-team is team0 or GET, POST (/s0/v2* but not /s0/v2/admin*)", texts[0]);
        Assert.Equal("GET /s10/v2", gained[1].Witness()!.ToString());
    }

    [Fact]
    public void AServiceWithAThousandPoliciesIsOneSet()
    {
        var set = RequestSet.Union(
            Enumerable
                .Range(0, 1_000)
                .Select(index =>
                    RequestSet
                        .Methods(TextSet.Exact(index % 2 == 0 ? "GET" : "POST"))
                        .Intersect(RequestSet.Paths(TextSet.Prefix($"/p{index}/")))
                        .Intersect(RequestSet.Claim("groups", TextSet.Exact($"g{index % 7}")))
                )
        );
        var boxes = set.Boxes.Length;

        Assert.Equal(14, boxes);
    }

    private static RequestSet Allowed(int index, string version)
    {
        var use = RequestSet
            .Methods(TextSet.Union([TextSet.Exact("GET"), TextSet.Exact("POST")]))
            .Intersect(RequestSet.Paths(TextSet.Istio($"/s{index}/{version}*")));
        var health = RequestSet
            .Methods(TextSet.Exact("GET"))
            .Intersect(RequestSet.Paths(TextSet.Exact("/health")))
            .Intersect(RequestSet.Header("x-team", TextSet.Exact($"team{index % 50}")));
        return use.Union(health).Except(RequestSet.Paths(TextSet.Istio($"/s{index}/{version}/admin*")));
    }
}
