using MeshStack.Definition.Intents;
using MeshStack.Registration;

namespace MeshStack.Infra;

/// <summary>Registers a definition's plan. It runs inside a Pulumi program, real or offline.</summary>
public static class MeshProgram
{
    /// <summary>Registers every component of the definition; returns the stack's outputs.</summary>
    public static IDictionary<string, object?> Compose(MeshDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var resources = new Resources();
        var values = new EngineValues(resources);
        var configured = new ConfiguredValues();
        foreach (var value in definition.Values)
        {
            values.Provide(value.ToLate(), configured.Of(value));
        }

        var (plan, mesh) = DefinitionPlanner.Plan(definition);
        new Registrar(resources, values).Register(plan);
        return StackOutputs.Of(definition, mesh, resources, values, configured);
    }
}
