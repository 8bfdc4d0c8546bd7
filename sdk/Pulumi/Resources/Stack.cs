using System.Reflection;
using Pulumi.Deploying;

namespace Pulumi;

/// <summary>Root of all resources of a program.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(TypeToken, NameInRun(), ToResourceOptions(options)) => StackRun.Current.Root = this;

    /// <summary>Registers the [Output] properties, all of which the constructor must have assigned.</summary>
    internal void RegisterProperties()
    {
        var outputs = GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.DeclaringType != typeof(Resource))
            .Select(property => (Property: property, Output: property.GetCustomAttribute<OutputAttribute>()))
            .Where(pair => pair.Output is not null)
            .Select(pair => (Name: pair.Output!.Name ?? pair.Property.Name, pair.Property, Value: pair.Property.GetValue(this)))
            .ToArray();
        var wrong = outputs
            .Where(output => !typeof(IOutput).IsAssignableFrom(output.Property.PropertyType))
            .Select(output => output.Name)
            .ToArray();
        if (wrong.Length > 0)
        {
            throw RunException.OutputsHaveIncorrectType(wrong);
        }

        var unassigned = outputs.Where(output => output.Value is null).Select(output => output.Name).ToArray();
        if (unassigned.Length > 0)
        {
            throw RunException.OutputsAreUnassigned(unassigned);
        }

        RegisterOutputs(outputs.ToDictionary(output => output.Name, output => output.Value));
    }

    internal void RegisterOutputsOf(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

    private static string NameInRun()
    {
        var run = StackRun.Current;
        return $"{run.ProjectName}-{run.StackName}";
    }

    private static ComponentResourceOptions ToResourceOptions(StackOptions? options) =>
        options is null
            ? new()
            : new() { ResourceTransformations = options.ResourceTransformations, ResourceTransforms = options.ResourceTransforms };
}
