using MeshStack.Manifests;
using MeshStack.Registration;
using Pulumi;

namespace MeshStack;

/// <summary>How calls to a service are routed. It is given with the service (<see cref="InboundServiceArgs.Route"/>), because both make
/// one DestinationRule and one VirtualService for a host.</summary>
public sealed class ServiceRoute : ComponentResource, IPlannedComponent
{
    internal ServiceRoute(ResourceId key, ComponentResourceOptions options)
        : base("meshstack:index:ServiceRoute", key.Name, args: null, options) { }

    void IPlannedComponent.Finish(PlannedResource planned, EngineValues values) => RegisterOutputs(PlannedOutputs.Of(planned, values));
}
