namespace Pulumi;

/// <summary>Wire name of a parameter of an output type's constructor.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
