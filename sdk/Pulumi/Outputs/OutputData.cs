namespace Pulumi;

/// <summary>What an output holds once it is settled.</summary>
internal readonly struct OutputData<T>(T value, bool isKnown, bool isSecret, object? origin)
{
    public readonly T Value = value;
    public readonly bool IsKnown = isKnown;
    public readonly bool IsSecret = isSecret;

    /// <summary>Where the value comes from, see <see cref="Origins"/>.</summary>
    public readonly object? Origin = origin;

    public OutputData<TOther> With<TOther>(TOther value) => new(value, IsKnown, IsSecret, Origin);
}
