namespace Pulumi.Kubernetes;

/// <summary>What the package adds to the options of its own resources; typed custom resources keep theirs as they are.</summary>
internal static class KubernetesOptions
{
    private static readonly Input<string> NoId = "";

    /// <summary>
    /// Options of a resource that is created. Its id is not absent but a known empty text, whatever the given options say.
    /// </summary>
    public static CustomResourceOptions Create(CustomResourceOptions? options, CustomResourceOptions? defaults = null) =>
        Complete(options, NoId, defaults);

    /// <summary>Options of a resource that is read by its id.</summary>
    public static CustomResourceOptions Read(CustomResourceOptions? options, Input<string> id, CustomResourceOptions? defaults = null) =>
        Complete(options, id, defaults);

    /// <summary>Options of a component that the provider makes.</summary>
    public static ComponentResourceOptions Create(ComponentResourceOptions? options)
    {
        var complete = ComponentResourceOptions.Merge(null, options);
        complete.Version ??= KubernetesResourceTypeAttribute.PackageVersion;
        complete.Id = NoId;
        return complete;
    }

    private static CustomResourceOptions Complete(CustomResourceOptions? options, Input<string>? id, CustomResourceOptions? defaults)
    {
        var complete = CustomResourceOptions.Merge(defaults, options);
        complete.Version ??= KubernetesResourceTypeAttribute.PackageVersion;
        complete.Id = id ?? complete.Id;
        return complete;
    }
}
