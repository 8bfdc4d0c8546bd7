namespace Pulumi;

/// <summary>Options of a provider function's call that may wait for resources.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    public InputList<Resource> DependsOn { get => field ??= []; set; }
}
