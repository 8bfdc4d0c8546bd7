namespace Pulumi;

/// <summary>Change of the args and options of a resource before it is registered; null leaves them as they are.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
