using System.Diagnostics.CodeAnalysis;

namespace MeshStack;

/// <summary>The versions of Istio that the components are written for.</summary>
/// <remarks>Ranges of Kubernetes: https://istio.io/latest/docs/releases/supported-releases/.</remarks>
public static class IstioVersion
{
    /// <summary>The pinned version: its charts are installed, its API is typed.</summary>
    public const string Default = "1.30.3";

    /// <summary>Versions whose control plane understands every object that is generated, oldest first.</summary>
    public static IReadOnlyList<IstioRelease> Releases { get; } =
    [
        new("1.29.6", "1.31", "1.35"),
        new(Default, "1.32", "1.36"),
    ];

    /// <summary>The names of the <see cref="Releases"/>.</summary>
    public static IReadOnlyList<string> Supported { get; } = [.. Releases.Select(r => r.Version)];

    /// <summary>Why a control plane cannot go from one version to another in one step, and by which versions it can; null where it can.</summary>
    /// <remarks>One minor version at a time: https://istio.io/latest/docs/setup/upgrade/.</remarks>
    public static ArgsProblem? CheckUpgrade(string from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        foreach (var version in new[] { from, to })
        {
            if (!TryParse(version, out _))
            {
                return new("version", $"'{version}' is not a version of Istio, such as {Default}");
            }
        }

        var (old, next) = (Parse(from), Parse(to));
        if (old.Major != next.Major || Math.Abs(next.Minor - old.Minor) <= 1)
        {
            return old.Major == next.Major ? null : new("version", $"from {from} to {to}: another major version is another mesh");
        }

        var step = Math.Sign(next.Minor - old.Minor);
        var way = Enumerable.Range(1, Math.Abs(next.Minor - old.Minor) - 1).Select(i => Patch(old.Major, old.Minor + (i * step)));
        return new("version", $"from {from} to {to} {(step > 0 ? "skips a minor version" : "goes back by more than one minor version")}: go by way of {string.Join(", then ", way)}");
    }

    /// <summary>How far two versions are apart, in minor versions.</summary>
    internal static int MinorsBetween(string one, string other)
    {
        var (a, b) = (Parse(one), Parse(other));
        return a.Major == b.Major ? Math.Abs(a.Minor - b.Minor) : int.MaxValue;
    }

    /// <summary>The newest of some versions.</summary>
    internal static string Newest(IEnumerable<string> versions) => versions.MaxBy(Parse)!;

    internal static bool TryParse(string text, [NotNullWhen(true)] out Version? version)
        => Version.TryParse(text, out version) && version.Revision < 0;

    private static Version Parse(string text) => TryParse(text, out var version) ? version : new Version(0, 0);

    private static string Patch(int major, int minor) => Releases
        .Select(r => r.Version)
        .FirstOrDefault(v => Parse(v) is var known && known.Major == major && known.Minor == minor)
        ?? FormattableString.Invariant($"the newest {major}.{minor}");
}
