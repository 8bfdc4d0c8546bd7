namespace Pulumi;

/// <summary>Mark of a struct that wraps one string or number.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute { }
