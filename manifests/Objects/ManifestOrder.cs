namespace MeshStack.Manifests;

internal sealed class ManifestOrder : IComparer<Manifest>
{
    public int Compare(Manifest? x, Manifest? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = string.CompareOrdinal(x.Cluster, y.Cluster);
        order = order != 0 ? order : string.CompareOrdinal(x.Namespace ?? "", y.Namespace ?? "");
        order = order != 0 ? order : string.CompareOrdinal(x.Kind, y.Kind);
        order = order != 0 ? order : string.CompareOrdinal(x.Name, y.Name);
        return order != 0 ? order : string.CompareOrdinal(x.ApiVersion, y.ApiVersion);
    }
}
