using System.Collections.Immutable;

namespace Pulumi.Kubernetes.Core.V1;

/// <summary>Secret of Kubernetes.</summary>
[KubernetesResourceType("kubernetes:core/v1:Secret")]
public class Secret : KubernetesResource
{
    private static readonly CustomResourceOptions Defaults = new() { AdditionalSecretOutputs = { "data", "stringData" } };

    public Secret(string name, Types.Inputs.Core.V1.SecretArgs? args = null, CustomResourceOptions? options = null)
        : base("kubernetes:core/v1:Secret", name, Complete(args), KubernetesOptions.Create(options, Defaults)) { }

    private Secret(string name, Input<string> id, CustomResourceOptions? options)
        : base("kubernetes:core/v1:Secret", name, null, KubernetesOptions.Read(options, id, Defaults)) { }

    [Output("apiVersion")]
    public Output<string> ApiVersion { get; private set; } = null!;

    [Output("data")]
    public Output<ImmutableDictionary<string, string>> Data { get; private set; } = null!;

    [Output("immutable")]
    public Output<bool> Immutable { get; private set; } = null!;

    [Output("kind")]
    public Output<string> Kind { get; private set; } = null!;

    [Output("metadata")]
    public Output<Types.Outputs.Meta.V1.ObjectMeta> Metadata { get; private set; } = null!;

    [Output("stringData")]
    public Output<ImmutableDictionary<string, string>> StringData { get; private set; } = null!;

    [Output("type")]
    public Output<string> Type { get; private set; } = null!;

    /// <summary>The existing object with that id, by its state.</summary>
    public static Secret Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);

    private static Types.Inputs.Core.V1.SecretArgs Complete(Types.Inputs.Core.V1.SecretArgs? args)
    {
        args ??= new Types.Inputs.Core.V1.SecretArgs();
        args.ApiVersion = "v1";
        args.Kind = "Secret";
        return args;
    }
}
