using MeshStack.Definition.Planning;
using Pulumi;

namespace MeshStack.Registration;

/// <summary>A component whose children a plan names.</summary>
public abstract class PlannedComponent : ComponentResource
{
    private protected PlannedComponent(string type, string name, ResourceArgs? args, ComponentResourceOptions? options)
        : base(type, name, args, options) { }

    /// <summary>Says what a plan has the component say of itself, once its children are registered.</summary>
    internal virtual void Finish(PlannedResource planned, EngineValues values) =>
        RegisterOutputs(
            planned.Outputs.ToDictionary(
                output => output.Key,
                output => output.Value is TextValue text ? values.Of(text) : output.Value,
                StringComparer.Ordinal
            )
        );
}
