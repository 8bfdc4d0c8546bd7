using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Offline.Runs;

/// <summary>Reads what options say of a resource's life.</summary>
internal static class OptionsReader
{
    public static RecordedOptions Read(ResourceOptions options)
    {
        var custom = options as CustomResourceOptions;
        return new()
        {
            Protect = options.Protect ?? false,
            RetainOnDelete = options.RetainOnDelete ?? false,
            DeleteBeforeReplace = custom?.DeleteBeforeReplace ?? false,
            DeletedWith = options.DeletedWith is { } other ? new ResourceId(other.GetResourceType(), other.GetResourceName()) : null,
            IgnoreChanges = [.. options.IgnoreChanges],
            ReplaceOnChanges = [.. options.ReplaceOnChanges],
            AdditionalSecretOutputs = [.. custom?.AdditionalSecretOutputs ?? []],
            Aliases = options.Aliases.Count,
        };
    }
}
