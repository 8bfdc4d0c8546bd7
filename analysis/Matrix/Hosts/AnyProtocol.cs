using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>What is open in one protocol is said once where another one opens no more.</summary>
internal static class AnyProtocol
{
    /// <summary>True where a cell of the same caller, target and name lets all of a cell's requests through as they are.</summary>
    public static bool Says(IEnumerable<AccessCell> cells, AccessCell cell) =>
        cells.Any(other =>
            other.Target == cell.Target
            && other.Caller == cell.Caller
            && other.IsMirrored == cell.IsMirrored
            && (other.Protocol == RequestProtocol.Tcp || other.IsHttp || !cell.IsHttp)
            && cell.Requests.Possible.IsSubsetOf(other.Requests.Possible)
            && cell.Requests.Certain.IsSubsetOf(other.Requests.Certain)
        );
}
