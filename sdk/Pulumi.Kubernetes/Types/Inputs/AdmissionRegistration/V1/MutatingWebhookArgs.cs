namespace Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;

/// <summary>Input: mutating webhook.</summary>
public class MutatingWebhookArgs : ResourceArgs
{
    [Input("clientConfig", required: true)]
    public Input<WebhookClientConfigArgs> ClientConfig { get; set; } = null!;

    [Input("failurePolicy")]
    public Input<string>? FailurePolicy { get; set; }

    [Input("matchPolicy")]
    public Input<string>? MatchPolicy { get; set; }

    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("namespaceSelector")]
    public Input<Types.Inputs.Meta.V1.LabelSelectorArgs>? NamespaceSelector { get; set; }

    [Input("objectSelector")]
    public Input<Types.Inputs.Meta.V1.LabelSelectorArgs>? ObjectSelector { get; set; }

    [Input("reinvocationPolicy")]
    public Input<string>? ReinvocationPolicy { get; set; }

    [Input("sideEffects", required: true)]
    public Input<string> SideEffects { get; set; } = null!;

    [Input("timeoutSeconds")]
    public Input<int>? TimeoutSeconds { get; set; }

    [Input("rules")]
    private InputList<RuleWithOperationsArgs>? _rules;

    public InputList<RuleWithOperationsArgs> Rules
    {
        get => _rules ??= [];
        set => _rules = value;
    }

    [Input("admissionReviewVersions", required: true)]
    private InputList<string>? _admissionReviewVersions;

    public InputList<string> AdmissionReviewVersions
    {
        get => _admissionReviewVersions ??= [];
        set => _admissionReviewVersions = value;
    }

    public static new MutatingWebhookArgs Empty => new();
}
