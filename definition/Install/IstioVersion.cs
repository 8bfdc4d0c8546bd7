using System.Diagnostics.CodeAnalysis;

namespace MeshStack.Definition;

/// <summary>The versions of Istio that the components are written for.</summary>
/// <remarks>Source: https://istio.io/latest/docs/releases/supported-releases/.</remarks>
public static class IstioVersion
{
    /// <summary>The version that is installed where none is asked for.</summary>
    public const string Default = "1.31.4";

    /// <summary>The oldest patch whose AuthorizationPolicy has trust domains.</summary>
    /// <remarks>https://istio.io/latest/news/releases/1.30.x/announcing-1.30.2/.</remarks>
    private const string Oldest = "1.30.2";

    /// <summary>The newest known patch of each minor version that can be installed, oldest first; every patch of these minor versions from
    /// 1.30.2 can.</summary>
    public static IReadOnlyList<IstioRelease> Releases { get; } =
    [new("1.30.8", "1.32", "1.36"), new(Default, "1.32", "1.36"), new("1.32.0", "1.32", "1.36")];

    /// <summary>The names of the <see cref="Releases"/>.</summary>
    public static IReadOnlyList<string> Supported { get; } = [.. Releases.Select(r => r.Version)];

    /// <summary>Why a control plane cannot go from one version to another in one step, and by which versions it can; null where it
    /// can.</summary>
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

        return new(
            "version",
            $"from {from} to {to} {(next.Minor > old.Minor ? "skips a minor version" : "goes back by more than one minor version")}: "
                + $"go by way of {string.Join(", then ", Between(old, next))}"
        );
    }

    /// <summary>The versions that a control plane is brought to one after the other, the last one among them.</summary>
    internal static IReadOnlyList<string> Way(string from, string to) => [.. Between(Parse(from), Parse(to)), to];

    /// <summary>What speaks against installing a version: errors for one that the components do not know, warnings for one that is not safe
    /// or not known well.</summary>
    /// <param name="path">Where the version stands in the settings.</param>
    /// <param name="version">The version.</param>
    internal static IEnumerable<ArgsProblem> Problems(string path, string version)
    {
        if (!TryParse(version, out var given))
        {
            yield return new(path, $"'{version}' is not a version of Istio, such as {Default}");
            yield break;
        }

        if (Releases.Select(r => Parse(r.Version)).FirstOrDefault(r => IsSameMinor(r, given)) is not { } known)
        {
            yield return new(
                path,
                $"'{version}' cannot be installed{Reason(given)}; allowed: a patch of "
                    + $"{string.Join(", ", Releases.Select(r => $"{Minor(Parse(r.Version))} (newest {r.Version})"))}"
            );
            yield break;
        }

        if (given < Parse(Oldest))
        {
            yield return new(
                path,
                $"'{version}' cannot be installed: its API server drops the trust domains of an AuthorizationPolicy without a word, and "
                    + $"so lets in more than was written; allowed: {Oldest} and newer (newest {known})"
            );
            yield break;
        }

        if (given.Build > known.Build)
        {
            yield return ArgsProblem.Warning(
                path,
                $"{version} is newer than {known}, the newest {Minor(known)} that this MeshStack was checked against"
            );
        }

        if (SecurityBulletin.For(version) is { Count: > 0 } flaws)
        {
            var newest = given < known ? known.ToString() : flaws.Select(f => f.FixedIn).MaxBy(Parse);
            yield return ArgsProblem.Warning(
                path,
                $"{version} has known security flaws: "
                    + $"{string.Join(", ", flaws.Select(f => $"{f.Id} ({f.Summary}; fixed in {f.FixedIn})"))}: use {newest}"
            );
        }
    }

    /// <summary>Whether a version is older than another; what is no version is not.</summary>
    internal static bool IsBefore(string version, string other) =>
        TryParse(version, out var one) && TryParse(other, out var two) && one < two;

    /// <summary>How far two versions are apart, in minor versions.</summary>
    internal static int MinorsBetween(string one, string other)
    {
        var (a, b) = (Parse(one), Parse(other));
        return a.Major == b.Major ? Math.Abs(a.Minor - b.Minor) : int.MaxValue;
    }

    /// <summary>The newest of some versions.</summary>
    internal static string Newest(IEnumerable<string> versions) => versions.MaxBy(Parse)!;

    internal static bool TryParse(string text, [NotNullWhen(true)] out Version? version) =>
        Version.TryParse(text, out version) && version.Revision < 0;

    private static Version Parse(string text) => TryParse(text, out var version) ? version : new Version(0, 0);

    private static bool IsSameMinor(Version one, Version other) => one.Major == other.Major && one.Minor == other.Minor && other.Build >= 0;

    private static string Minor(Version version) => FormattableString.Invariant($"{version.Major}.{version.Minor}");

    private static string Reason(Version version) =>
        version.Build < 0 ? ": its patch is missing"
        : version < Parse(Supported[0]) ? $": Istio {Minor(version)} has ended, and nobody mends its security flaws any more"
        : ": this MeshStack does not know it";

    private static IEnumerable<string> Between(Version from, Version to) =>
        Enumerable
            .Range(1, Math.Max(Math.Abs(to.Minor - from.Minor) - 1, 0))
            .Select(i => Patch(from.Major, from.Minor + (i * Math.Sign(to.Minor - from.Minor))));

    private static string Patch(int major, int minor) =>
        Supported.FirstOrDefault(v => Parse(v) is var known && known.Major == major && known.Minor == minor)
        ?? FormattableString.Invariant($"the newest {major}.{minor}");
}
