namespace Pulumi;

/// <summary>Options of any resource.</summary>
public abstract class ResourceOptions
{
    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn { get => field ??= []; set; }

    public bool? Protect { get; set; }

    public List<string> IgnoreChanges { get => field ??= []; set; }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }

    public List<ResourceTransform> ResourceTransforms { get => field ??= []; set; }

    public List<Input<Alias>> Aliases { get => field ??= []; set; }

    public string? Urn { get; set; }

    public List<string> ReplaceOnChanges { get => field ??= []; set; }

    public InputList<Resource> ReplaceWith { get => field ??= []; set; }

    public Input<object>? ReplacementTrigger { get; set; }

    public List<string> HideDiffs { get => field ??= []; set; }

    public string? PluginDownloadURL { get; set; }

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }
}
