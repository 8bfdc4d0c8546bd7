using System.Text.RegularExpressions;

namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>Flags of <c>pulumi up</c>, <c>preview</c>, <c>refresh</c> and <c>destroy</c>.</summary>
internal sealed record UpdateOptions
{
    /// <summary>True without the preview that comes before an update.</summary>
    public bool SkipPreview { get; init; }

    public bool ExpectNoChanges { get; init; }

    public ImmutableArray<string> Target { get; init; } = [];

    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>URNs of what is replaced, whatever else is to be done with it: <c>--replace</c>.</summary>
    public ImmutableArray<string> Replace { get; init; } = [];

    public bool TargetDependents { get; init; }

    public bool ExcludeDependents { get; init; }

    public bool ExcludeProtected { get; init; }

    public bool IgnoreProtect { get; init; }

    public bool ClearPendingCreates { get; init; }

    /// <summary>True where every registration is asked anew of its provider before it is compared: <c>--refresh</c>.</summary>
    public bool Refresh { get; init; }
}

/// <summary>URNs, or patterns of them: <c>*</c> stays in a part of a name, <c>**</c> does not.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/target.go.</remarks>
internal sealed class UrnTargets(IEnumerable<string> patterns)
{
    private readonly HashSet<string> _literals = [.. patterns.Where(p => !p.Contains('*', StringComparison.Ordinal))];
    private readonly ImmutableArray<Regex> _globs =
    [
        .. patterns
            .Where(p => p.Contains('*', StringComparison.Ordinal))
            .Select(p => new Regex(Expression(p), RegexOptions.CultureInvariant)),
    ];

    public bool IsConstrained => _literals.Count > 0 || _globs.Length > 0;

    public bool Contains(string urn) => _literals.Contains(urn) || _globs.Any(glob => glob.IsMatch(urn));

    public void Add(string urn) => _literals.Add(urn);

    private static string Expression(string glob) =>
        "^"
        + string.Join(".*", glob.Split("**").Select(part => Regex.Escape(part).Replace(@"\*", "[^:]*", StringComparison.Ordinal)))
        + "$";
}
