namespace MeshStack.Analysis.Topology.Services;

/// <summary>
/// The order in which istiod looks at services: by age, then by name and namespace. A ServiceEntry's name is its host there.
/// </summary>
/// <remarks>
/// Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/model/push_context.go, SortServicesByCreationTime, and
/// pilot/pkg/serviceregistry/serviceentry/conversion.go, convertServices.
/// </remarks>
internal sealed class AgeOrder : IComparer<MeshService>
{
    private AgeOrder() { }

    public static AgeOrder Instance { get; } = new();

    public int Compare(MeshService? x, MeshService? y)
    {
        var order = string.CompareOrdinal(x?.Created ?? "~", y?.Created ?? "~");
        order = order != 0 ? order : string.CompareOrdinal(NameOf(x), NameOf(y));
        return order != 0 ? order : string.CompareOrdinal(x?.Namespace, y?.Namespace);
    }

    private static string? NameOf(MeshService? service) => service?.IsKubernetes == true ? service.Name : service?.Host;
}
