using System.Collections.Immutable;

namespace Pulumi.Kubernetes.Yaml.V2;

/// <summary>The objects of a file of manifests, which the provider reads and makes.</summary>
[KubernetesResourceType("kubernetes:yaml/v2:ConfigFile")]
public class ConfigFile : ComponentResource
{
    public ConfigFile(string name, Types.Inputs.Yaml.V2.ConfigFileArgs? args = null, ComponentResourceOptions? options = null)
        : base(
            "kubernetes:yaml/v2:ConfigFile",
            name,
            args ?? new Types.Inputs.Yaml.V2.ConfigFileArgs(),
            KubernetesOptions.Create(options),
            remote: true
        ) { }

    [Output("resources")]
    public Output<ImmutableArray<object>> Resources { get; private set; } = null!;
}
