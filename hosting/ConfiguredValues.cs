using Pulumi;

namespace MeshStack.Hosting;

/// <summary>Values that stand under configuration keys of their own.</summary>
internal sealed class ConfiguredValues
{
    private readonly Config _config = new(StackConfiguration.Namespace);

    /// <summary>The value, secret where it has to be or is kept so: a certificate that nobody hides is to be seen in previews.</summary>
    public Output<string> Of(ConfigurationValue value) =>
        value.IsSecret ? _config.RequireSecret(value.Key) : Output.Create(_config.Require(value.Key));

    /// <summary>The value of a root, which tells it from another.</summary>
    public string Root(ConfigurationValue value) => _config.Require(value.Key);
}
