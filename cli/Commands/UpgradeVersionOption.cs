using System.CommandLine;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Manifests;

namespace MeshStack.Cli.Commands;

/// <summary>An option that takes a version of Istio with its patch, and none of which it is not known what objects mean to it.</summary>
internal sealed class UpgradeVersionOption : Option<string?>
{
    public UpgradeVersionOption(string name)
        : base(name)
    {
        HelpName = "VERSION";
        Validators.Add(result =>
        {
            // An empty text is said of every option in one way.
            if (result.Tokens is [{ Value: { Length: > 0 } version }] && Problem(version) is { } problem)
            {
                result.AddError($"{name}: {problem}");
            }
        });
    }

    /// <summary>Why nothing can be said of a version; null where something can.</summary>
    public static string? Problem(string version)
    {
        if (!IstioVersion.TryParse(version, out var parsed) || !IsKnown(parsed))
        {
            return $"'{version}' is not known; known are {string.Join(", ", IstioSemantics.KnownVersions)} and their patches"
                + Spelling.Nearest(version, [.. IstioVersion.Supported, .. IstioSemantics.KnownVersions]);
        }

        return parsed.Build < 0 ? $"'{version}' names no patch, and what objects mean is a matter of that too" + Newest(version) : null;
    }

    /// <summary>Whether it is known what objects mean to a version, with or without its patch.</summary>
    public static bool IsKnown(string version) => IstioVersion.TryParse(version, out var parsed) && IsKnown(parsed);

    private static bool IsKnown(Version version) =>
        IstioSemantics.KnownVersions.Contains(FormattableString.Invariant($"{version.Major}.{version.Minor}"));

    private static string Newest(string minor) =>
        IstioVersion.Supported.FirstOrDefault(version => version.StartsWith(minor + ".", StringComparison.Ordinal)) is { } newest
            ? $"; the newest that is known is {newest}"
            : "";
}
