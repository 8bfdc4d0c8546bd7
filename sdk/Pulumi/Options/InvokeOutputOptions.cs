namespace Pulumi;

/// <summary>Options of a provider function's call that may wait for resources.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    private InputList<Resource>? _dependsOn;

    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    internal bool HasDependencies => _dependsOn is not null;
}
