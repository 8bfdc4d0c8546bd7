using System.Globalization;
using System.Numerics;

namespace MeshStack.Analysis.Model;

/// <summary>A part of calls, exactly: a third is a third.</summary>
public sealed record Share
{
    // Of one hundred, with four places behind the point.
    private const int Finest = 1_000_000;

    private readonly BigInteger _part;
    private readonly BigInteger _whole;

    private Share(BigInteger part, BigInteger whole)
    {
        var divisor = BigInteger.GreatestCommonDivisor(part, whole);
        (_part, _whole) = (part / divisor, whole / divisor);
    }

    /// <summary>None of them.</summary>
    public static Share None { get; } = new(0, 1);

    /// <summary>All of them.</summary>
    public static Share All { get; } = new(1, 1);

    /// <summary>The share in percent, rounded as numbers are.</summary>
    public double Percent => (double)(_part * 100 * Finest / _whole) / Finest;

    /// <summary>So much of a whole.</summary>
    public static Share Of(long part, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(whole);
        return part == 0 ? None
            : part == whole ? All
            : new(part, whole);
    }

    /// <summary>A percentage as proxies count, in parts of a million.</summary>
    /// <remarks>Source: https://github.com/istio/istio/blob/1.30.3/pilot/pkg/networking/core/route/route.go,
    /// translatePercentToFractionalPercent.</remarks>
    internal static Share OfPercent(double percent) => Of((long)(Math.Clamp(percent, 0, 100) * (Finest / 100)), Finest);

    /// <summary>The share of a share.</summary>
    internal Share Of(Share other) => other == All ? this : new(_part * other._part, _whole * other._whole);

    internal Share And(Share other) => new((_part * other._whole) + (other._part * _whole), _whole * other._whole);

    /// <summary>All but this; none where it is more than all.</summary>
    internal Share Rest() => IsMoreThan(All) ? None : new(_whole - _part, _whole);

    internal bool IsMoreThan(Share other) => _part * other._whole > other._part * _whole;

    /// <summary>The share in percent where that is exact, else as a fraction.</summary>
    public override string ToString() =>
        _part * Finest % _whole == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{(decimal)(_part * Finest / _whole) * 100 / Finest:0.####} %")
            : string.Create(CultureInfo.InvariantCulture, $"{_part}/{_whole}");
}
