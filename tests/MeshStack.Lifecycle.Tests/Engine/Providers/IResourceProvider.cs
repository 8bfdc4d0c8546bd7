namespace MeshStack.Lifecycle.Tests.Engine.Providers;

/// <summary>What the engine asks of a provider.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/provider.go.</remarks>
internal interface IResourceProvider
{
    /// <summary>The inputs as they count.</summary>
    public PropertyMap Check(PropertyMap? olds, PropertyMap news) => news;

    public DiffResult Diff(ResourceState old, PropertyMap news);

    public (string Id, PropertyMap Outputs) Create(string urn, PropertyMap inputs);

    public PropertyMap Update(ResourceState old, PropertyMap news);

    public void Delete(ResourceState old);

    /// <summary>What is there now; null where there is nothing any more.</summary>
    public (PropertyMap Inputs, PropertyMap Outputs)? Read(string urn, string id, PropertyMap inputs, PropertyMap outputs);
}

/// <summary>What a provider makes of a change.</summary>
/// <param name="HasChanges">Whether there is one.</param>
/// <param name="Replaces">The inputs that only another resource can have.</param>
/// <param name="DeleteBeforeReplace">Whether there is no room for both.</param>
internal sealed record DiffResult(bool HasChanges, ImmutableArray<string> Replaces, bool DeleteBeforeReplace = false)
{
    public static DiffResult None { get; } = new(false, []);

    public static DiffResult Update { get; } = new(true, []);
}

/// <summary>A provider's refusal.</summary>
internal sealed class ProviderException(string message) : Exception(message);
