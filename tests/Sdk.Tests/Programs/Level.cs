using Pulumi;

namespace Sdk.Tests.Programs;

/// <summary>An enumeration as generated packages have it: a struct around a text.</summary>
[EnumType]
internal readonly struct Level : IEquatable<Level>
{
    private readonly string _value;

    private Level(string value) => _value = value;

    public static Level High { get; } = new("HIGH");

    public static explicit operator string(Level value) => value._value;

    public bool Equals(Level other) => _value == other._value;

    public override bool Equals(object? obj) => obj is Level other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
