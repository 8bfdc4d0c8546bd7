using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output holds once it is settled.</summary>
internal readonly struct OutputData<T>(T value, bool isKnown, bool isSecret, ImmutableHashSet<Resource>? resources)
{
    public readonly T Value = value;
    public readonly bool IsKnown = isKnown;
    public readonly bool IsSecret = isSecret;

    /// <summary>Resources that the value comes from; null stands for none.</summary>
    public readonly ImmutableHashSet<Resource>? Resources = resources;

    public OutputData<TOther> With<TOther>(TOther value) => new(value, IsKnown, IsSecret, Resources);
}
