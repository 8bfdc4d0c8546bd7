namespace Pulumi;

/// <summary>Options of a custom resource.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs { get => field ??= []; set; }

    public string? ImportId { get; set; }

    public Dictionary<string, string> EnvVarMappings { get => field ??= []; set; }

    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2) => throw new NotImplementedException();
}
