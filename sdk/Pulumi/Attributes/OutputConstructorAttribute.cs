namespace Pulumi;

/// <summary>Mark of the constructor that resource state is turned into an output type with.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute { }
