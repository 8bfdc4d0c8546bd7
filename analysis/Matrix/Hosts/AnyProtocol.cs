namespace MeshStack.Analysis.Matrix.Hosts;

/// <summary>What is open in several protocols alike is said once.</summary>
internal static class AnyProtocol
{
    /// <summary>The cells with those of another protocol.</summary>
    public static void Add(List<AccessCell> cells, IEnumerable<AccessCell> others)
    {
        var before = cells.Count;
        foreach (var cell in others)
        {
            var same = cells.FindIndex(
                0,
                before,
                other =>
                    other.Target == cell.Target
                    && other.Caller == cell.Caller
                    && other.IsMirrored == cell.IsMirrored
                    && other.IsTargetUndecided == cell.IsTargetUndecided
                    && other.Requests.Possible.Equals(cell.Requests.Possible)
                    && other.Requests.Certain.Equals(cell.Requests.Certain)
            );
            if (same < 0)
            {
                cells.Add(cell with { IsAside = true });
            }
            else
            {
                cells[same] = cells[same] with
                {
                    Protocols = [.. cells[same].Protocols, .. cell.Protocols],
                    Behind = [.. cells[same].Behind.Union(cell.Behind)],
                };
            }
        }
    }
}
