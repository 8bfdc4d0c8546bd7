namespace Pulumi;

/// <summary>One output of another stack: plain or secret, or neither if it does not exist.</summary>
public sealed class StackReferenceOutputDetails
{
    public object? Value { get; set; }

    public object? SecretValue { get; set; }
}
