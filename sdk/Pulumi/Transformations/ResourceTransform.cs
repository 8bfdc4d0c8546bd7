namespace Pulumi;

/// <summary>Change of the serialized args and options of a resource by the engine; never called without one.</summary>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);
