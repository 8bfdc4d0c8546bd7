namespace Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;

/// <summary>Input: rule with operations.</summary>
public class RuleWithOperationsArgs : ResourceArgs
{
    [Input("scope")]
    public Input<string>? Scope { get; set; }

    [Input("apiGroups")]
    private InputList<string>? _apiGroups;

    public InputList<string> ApiGroups
    {
        get => _apiGroups ??= [];
        set => _apiGroups = value;
    }

    [Input("apiVersions")]
    private InputList<string>? _apiVersions;

    public InputList<string> ApiVersions
    {
        get => _apiVersions ??= [];
        set => _apiVersions = value;
    }

    [Input("operations")]
    private InputList<string>? _operations;

    public InputList<string> Operations
    {
        get => _operations ??= [];
        set => _operations = value;
    }

    [Input("resources")]
    private InputList<string>? _resources;

    public InputList<string> Resources
    {
        get => _resources ??= [];
        set => _resources = value;
    }

    public static new RuleWithOperationsArgs Empty => new();
}
