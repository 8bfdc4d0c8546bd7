namespace Pulumi;

/// <summary>Mark of a class that resource state is turned into.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OutputTypeAttribute : Attribute { }
