using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Tests.Access.Matrix.Meshes;
using MeshStack.Analysis.Topology;
using Xunit.Abstractions;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>What the matrix says of mirrors, of gateways that callers in the mesh go through, of pods' own addresses and of identities that
/// no workload has is what becomes of a single such request.</summary>
public sealed class OtherWaysPropertyTests(ITestOutputHelper output)
{
    private static readonly int Meshes = Examined.Meshes / 4;

    [Fact]
    public void WhatIsOpenByOtherWaysIsOpenToASingleRequest()
    {
        var found = Enumerable.Range(0, Meshes).AsParallel().AsOrdered().SelectMany(Differences).ToArray();

        var counts = found.CountBy(one => one.Kind).ToDictionary();
        output.WriteLine(string.Join(", ", counts));
        Assert.All(found, one => Assert.True(one.Difference is null, one.Difference));
        Assert.All(
            new[] { "mirror", "gateway", "pod", "identity" },
            kind => Assert.InRange(counts.GetValueOrDefault(kind), Meshes / 50, int.MaxValue)
        );
    }

    private static IEnumerable<(string Kind, string? Difference)> Differences(int number)
    {
        var mesh = RandomCase.Number(number).Mesh;
        var snapshot = Snapshot.From(mesh);
        var matrix = AccessMatrix.From(snapshot);
        foreach (var cell in matrix.Cells)
        {
            if (
                KindOf(cell) is { } kind
                && cell.Requests.Certain.Witness() is { } sample
                && CallerOf(matrix, cell.Caller) is { } caller
                && sample.Headers.Count == 0
            )
            {
                var verdict = AccessEvaluator.Evaluate(snapshot, caller, RequestOf(cell, sample));
                var isOpen = cell.IsMirrored ? verdict.Mirrored.Any(copy => copy.Verdict is Verdict.Allowed) : verdict is Verdict.Allowed;
                yield return (
                    kind,
                    isOpen
                        ? null
                        : $"mesh {number}: {caller} {cell.Host}:{cell.HostPort} by {cell.Gateway} to {cell.Target} with {sample}: "
                            + $"{verdict.Decision}, {verdict.Reason}"
                );
            }
        }
    }

    private static string? KindOf(AccessCell cell) =>
        cell.IsMirrored ? "mirror"
        : cell.Gateway is not null ? "gateway"
        : cell.Host.Contains(".pod.", StringComparison.Ordinal) ? "pod"
        : cell.Caller.Identity is not null ? "identity"
        : null;

    private static Caller? CallerOf(AccessMatrix matrix, AccessCaller caller)
    {
        if (caller.IsOutside)
        {
            return new Caller.Outside(caller.Cluster);
        }

        // Patterns stand for identities that nobody has to have.
        if (caller.Identity is { } identity)
        {
            return identity.Contains('*', StringComparison.Ordinal)
                ? null
                : new Caller.InMesh(caller.Cluster, caller.Namespace!, caller.ServiceAccount!) { TrustDomain = identity.Split('/')[0] };
        }

        var one = caller.IsEveryone ? matrix.Callers.First(known => !known.IsOutside && known.Cluster == caller.Cluster) : caller;
        return new Caller.InMesh(one.Cluster, one.Namespace!, one.ServiceAccount!);
    }

    private static Request RequestOf(AccessCell cell, SampleRequest sample) =>
        new()
        {
            Host = cell.Gateway ?? cell.Host,
            ServerName = cell.Gateway is null ? null : cell.Host,
            Port = cell.HostPort,
            Protocol = cell.Protocols[0],
            Method = sample.Method,
            Path = sample.Path,
            Headers = cell.Gateway is null ? new Dictionary<string, string>() : new() { ["host"] = cell.Host },
            Token = sample.RequestPrincipal is { } principal
                ? new(principal[..principal.LastIndexOf('/')], principal[(principal.LastIndexOf('/') + 1)..])
                {
                    Audiences = sample.Claims.GetValueOrDefault("aud") is { IsDefault: false } audiences ? audiences : [],
                    Claims = sample.Claims.ToDictionary(claim => claim.Key.Replace('.', '/'), claim => (IReadOnlyList<string>)claim.Value),
                }
                : null,
        };
}
