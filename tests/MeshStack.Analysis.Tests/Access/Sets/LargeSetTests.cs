using System.Diagnostics;
using MeshStack.Analysis.Sets;
using Xunit.Abstractions;

namespace MeshStack.Analysis.Tests.Access.Sets;

public class LargeSetTests(ITestOutputHelper output)
{
    // The time allowed is many times what it takes alone.
    [Fact]
    public void The_policies_of_two_thousand_callers_are_combined_compared_and_written_in_seconds()
    {
        var watch = Stopwatch.StartNew();
        var before = Enumerable.Range(0, 2_000).Select(index => Allowed(index, "v1")).ToArray();
        var after = Enumerable.Range(0, 2_000).Select(index => Allowed(index, index % 10 == 0 ? "v2" : "v1")).ToArray();
        output.WriteLine($"combine: {watch.ElapsedMilliseconds} ms");
        var gained = after.Zip(before, (left, right) => left.Except(right)).Where(set => !set.IsEmpty).ToArray();
        output.WriteLine($"compare: {watch.ElapsedMilliseconds} ms");
        var texts = after.Select(set => set.ToString()).ToArray();
        output.WriteLine($"write: {watch.ElapsedMilliseconds} ms");

        Assert.Equal(200, gained.Length);
        Assert.Equal("GET /health where header x-team is team0 or GET, POST (/s0/v2* but not /s0/v2/admin*)", texts[0]);
        Assert.Equal("GET /s10/v2", gained[1].Witness()!.ToString());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_service_with_a_thousand_policies_is_one_set_in_seconds()
    {
        var watch = Stopwatch.StartNew();
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
        output.WriteLine($"union: {watch.ElapsedMilliseconds} ms");
        var boxes = set.Boxes.Length;
        output.WriteLine($"{boxes} boxes: {watch.ElapsedMilliseconds} ms");

        Assert.Equal(14, boxes);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
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
