namespace Pulumi;

/// <summary>Root of all resources of a program.</summary>
public class Stack : ComponentResource
{
    public Stack(StackOptions? options = null)
        : base("pulumi:pulumi:Stack", "stack") => _ = options;
}
