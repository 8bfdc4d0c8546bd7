namespace MeshStack.Analysis.Config.Mesh;

/// <summary>An entry of serviceScopeConfigs: Services that ambient mode serves across clusters, or not.</summary>
/// <remarks>
/// Source: https://github.com/istio/istio/blob/1.31.0-rc.0/pilot/pkg/serviceregistry/ambient/services.go, matchServiceScope.
/// </remarks>
/// <param name="Namespace">What it asks of the labels of a Service's namespace.</param>
/// <param name="Service">What it asks of the Service's labels.</param>
/// <param name="IsGlobal">Whether the Services are served across clusters.</param>
internal sealed record GlobalScope(DiscoverySelector Namespace, DiscoverySelector Service, bool IsGlobal)
{
    /// <summary>The one that the profile <c>ambient</c> brings along.</summary>
    public static GlobalScope OfProfile { get; } =
        new(Anything, new(Objects.LabelSelector.Everything, [("istio.io/global", "In", ["true"])]), IsGlobal: true);

    private static DiscoverySelector Anything => new(Objects.LabelSelector.Everything, []);

    public static GlobalScope From(Field field) =>
        new(Selector(field["namespaceSelector"]), Selector(field["servicesSelector"]), field["scope"].Text == "GLOBAL");

    private static DiscoverySelector Selector(Field field) => field.HasContent ? DiscoverySelector.From(field) : Anything;
}
