using System.Collections.Immutable;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Matrix;

/// <summary>What a matrix says of one request.</summary>
internal static class MatrixAnswer
{
    /// <summary>Whether it gets through, as far as the cells decide; no cell is no.</summary>
    public static bool? Of(
        AccessMatrix matrix,
        Caller caller,
        string host,
        int port,
        SampleRequest request,
        RequestProtocol? protocol = null
    )
    {
        var cells = matrix
            .Cells.Where(cell =>
                cell.Host == host
                && cell.HostPort == port
                && cell.Caller.Cluster == caller.Cluster
                && cell is { Gateway: null, IsMirrored: false }
                && (protocol is null || cell.Protocols.Contains(protocol.Value))
            )
            .ToArray();
        var own = caller is Caller.InMesh workload
            ? cells.Where(cell =>
                !cell.Caller.IsOutside
                && (
                    (cell.Caller.Namespace == workload.Namespace && cell.Caller.ServiceAccount == workload.ServiceAccount)
                    || (
                        cell.Caller.IsEveryone
                        && cells.All(other =>
                            other.Target != cell.Target
                            || other.Caller.Namespace != workload.Namespace
                            || other.Caller.ServiceAccount != workload.ServiceAccount
                        )
                    )
                )
            )
            : cells.Where(cell => cell.Caller.IsOutside);
        return own.Select(cell => cell.Requests.Contains(request))
            .DefaultIfEmpty(false)
            .MaxBy(answer =>
                answer switch
                {
                    true => 2,
                    null => 1,
                    false => 0,
                }
            );
    }

    public static SampleRequest SampleOf(Request request) =>
        new()
        {
            Method = request.Method,
            Path = request.Path.Split('?')[0],
            RequestPrincipal = request.Token is { Subject: { } subject } token ? $"{token.Issuer}/{subject}" : null,
            Headers = request.Headers.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase),
            Claims = request.Token is { } claims
                ? claims
                    .Claims.ToImmutableSortedDictionary(claim => claim.Key.Replace('/', '.'), claim => claim.Value.ToImmutableArray())
                    .SetItem("aud", [.. claims.Audiences])
                : new SampleRequest().Claims,
        };
}
