using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Registration;

/// <summary>A component of a kind that has no class of its own.</summary>
internal sealed class PlainComponent(ResourceId key, ComponentResourceOptions options)
    : ComponentResource(key.Type, key.Name, args: null, options),
        IPlannedComponent
{
    /// <inheritdoc/>
    public void Finish(PlannedResource planned, EngineValues values) => RegisterOutputs(PlannedOutputs.Of(planned, values));
}
