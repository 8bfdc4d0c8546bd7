namespace MeshStack.Manifests;

internal sealed class FindingOrder : IComparer<Finding>
{
    public int Compare(Finding? x, Finding? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = string.CompareOrdinal(x.Cluster, y.Cluster);
        order = order != 0 ? order : string.CompareOrdinal(x.Object, y.Object);
        order = order != 0 ? order : string.CompareOrdinal(x.Path, y.Path);
        order = order != 0 ? order : string.CompareOrdinal(x.Code, y.Code);
        order = order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
        order = order != 0 ? order : string.CompareOrdinal(x.Source?.File ?? "", y.Source?.File ?? "");
        order = order != 0 ? order : (x.Source?.Line ?? 0).CompareTo(y.Source?.Line ?? 0);
        return order != 0 ? order : x.Severity.CompareTo(y.Severity);
    }
}
