using System.Collections.Immutable;
using MeshStack.Manifests;
using Pulumi.Testing;

namespace MeshStack.Offline.Placeholders;

/// <summary>What a mock answers for a resource: its inputs, and known placeholders for what a real run would add.</summary>
internal static class ResourceState
{
    private const string KubernetesPackage = "kubernetes:";
    private const string ProviderPackage = "pulumi:providers:";

    public static (string Id, ImmutableDictionary<string, object> State) Of(
        MockResourceArgs args,
        string? cluster,
        bool isRead,
        Type? resource
    )
    {
        var (type, name) = (args.Type ?? "", args.Name ?? "");
        if (type.StartsWith(ProviderPackage, StringComparison.Ordinal))
        {
            return (ProviderId(name), args.Inputs);
        }

        if (type.StartsWith(KubernetesPackage, StringComparison.Ordinal))
        {
            return type == PulumiTypes.HelmRelease ? HelmReleaseState.Of(args, cluster, isRead) : KubernetesState.Of(args, cluster, isRead);
        }

        var id = string.IsNullOrEmpty(args.Id) ? Placeholder.Of(name, "id") : args.Id;
        if (type == StackReferenceState.Type)
        {
            return (id, StackReferenceState.Of(args));
        }

        return (id, resource is null ? args.Inputs : GeneratedOutputs.Add(args.Inputs, type, name, resource));
    }

    /// <summary>An id without the separator of provider references; it is never empty, for then a reference would end in the unknown
    /// marker.</summary>
    public static string ProviderId(string name) => Uri.EscapeDataString(name);
}
