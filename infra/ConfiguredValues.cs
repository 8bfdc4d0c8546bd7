using MeshStack.Infra.Definition;
using Pulumi;

namespace MeshStack.Infra;

/// <summary>Values that stand under configuration keys of their own.</summary>
internal sealed class ConfiguredValues
{
    private readonly Config _config = new(StackConfiguration.Namespace);

    /// <summary>The value as a secret: what is public loses nothing by it, and what is not stays hidden.</summary>
    public Output<string> Of(ConfigurationValue value) => _config.RequireSecret(value.Key);
}
