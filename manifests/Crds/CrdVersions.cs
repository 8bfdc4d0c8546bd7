using System.Diagnostics.CodeAnalysis;

namespace MeshStack.Manifests;

/// <summary>The known versions of Istio's CustomResourceDefinitions, oldest first.</summary>
internal sealed class CrdVersions
{
    private const string Folder = "Crds/Tables/";

    private CrdVersions(IEnumerable<(string Minor, Func<CrdTable> Table)> tables) =>
        All = [.. tables.OrderBy(one => System.Version.Parse(one.Minor)).Select(one => new IstioCrds(one.Minor, one.Table, this))];

    /// <summary>The versions that this library holds.</summary>
    public static CrdVersions Embedded { get; } =
        new(
            from resource in typeof(CrdVersions).Assembly.GetManifestResourceNames()
            where resource.StartsWith(Folder, StringComparison.Ordinal)
            select (Path.GetFileNameWithoutExtension(resource), (Func<CrdTable>)(() => ReadResource(resource)))
        );

    public IReadOnlyList<IstioCrds> All { get; }

    public static CrdVersions From(IEnumerable<CrdTable> tables) =>
        new(tables.Select(table => (Minor(table.Istio) ?? table.Istio, (Func<CrdTable>)(() => table))));

    /// <summary>The definitions of a version such as <c>1.31</c>, <c>1.31.4</c> or <c>1.31.0-rc.1</c>.</summary>
    public bool TryFind(string version, [NotNullWhen(true)] out IstioCrds? crds) =>
        (crds = Minor(version) is { } minor ? All.FirstOrDefault(one => one.Version == minor) : null) is not null;

    /// <summary>The oldest version of which something holds.</summary>
    public string? Since(Func<IstioCrds, bool> holds) => All.FirstOrDefault(holds)?.Version;

    private static string? Minor(string version) =>
        System.Version.TryParse(version.Split('-', '+')[0], out var parsed)
            ? FormattableString.Invariant($"{parsed.Major}.{parsed.Minor}")
            : null;

    private static CrdTable ReadResource(string resource)
    {
        using var stream = typeof(CrdVersions).Assembly.GetManifestResourceStream(resource)!;
        return CrdTable.Read(stream);
    }
}
