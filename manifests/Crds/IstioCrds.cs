using System.Diagnostics.CodeAnalysis;

namespace MeshStack.Manifests;

/// <summary>The CustomResourceDefinitions of one minor version of Istio, and the validation that the API server does with them.</summary>
/// <remarks>
/// Fields that no schema defines are errors, as with kubectl's <c>--validate=strict</c>; the API server alone would drop them.
/// What is checked, and where that depends on the version of Kubernetes, stands in the README of this folder.
/// </remarks>
public sealed class IstioCrds
{
    private readonly CrdVersions _versions;
    private readonly Lazy<Dictionary<string, Dictionary<string, CrdKind>>> _groups;

    internal IstioCrds(string version, Func<CrdTable> table, CrdVersions versions)
    {
        (Version, _versions) = (version, versions);
        _groups = new(() =>
            table()
                .Kinds.GroupBy(kind => kind.Group, StringComparer.Ordinal)
                .ToDictionary(
                    group => group.Key,
                    group => group.ToDictionary(kind => kind.Kind, StringComparer.Ordinal),
                    StringComparer.Ordinal
                )
        );
    }

    /// <summary>The minor versions of Istio whose definitions are known, oldest first, such as <c>1.30</c>.</summary>
    public static IReadOnlyList<string> Versions { get; } = [.. CrdVersions.Embedded.All.Select(crds => crds.Version)];

    /// <summary>The definitions of the newest known version.</summary>
    public static IstioCrds Newest => CrdVersions.Embedded.All[^1];

    /// <summary>The minor version of Istio, such as <c>1.30</c>.</summary>
    public string Version { get; }

    /// <summary>The API groups of the definitions, ordinal; objects of other groups are not judged.</summary>
    public IReadOnlyList<string> Groups => [.. _groups.Value.Keys.Order(StringComparer.Ordinal)];

    internal IEnumerable<CrdKind> Kinds => _groups.Value.Values.SelectMany(group => group.Values);

    internal IEnumerable<IstioCrds> Newer => _versions.All.SkipWhile(crds => crds != this).Skip(1);

    /// <summary>The definitions of a version of Istio: a minor version or any patch of it, such as <c>1.30</c> or <c>1.30.8</c>.</summary>
    /// <exception cref="ArgumentException">The version's definitions are not known.</exception>
    public static IstioCrds For(string version) =>
        TryFor(version, out var crds)
            ? crds
            : throw new ArgumentException(
                $"The CustomResourceDefinitions of Istio {version} are not known; known are those of {string.Join(", ", Versions)}.",
                nameof(version)
            );

    /// <summary>The definitions of a version of Istio, false where they are not known.</summary>
    public static bool TryFor(string version, [NotNullWhen(true)] out IstioCrds? crds)
    {
        ArgumentNullException.ThrowIfNull(version);
        return CrdVersions.Embedded.TryFind(version, out crds);
    }

    /// <summary>The oldest known version of Istio that has a field, null where none has it.</summary>
    /// <param name="group">The API group, such as <c>networking.istio.io</c>.</param>
    /// <param name="kind">The kind, such as <c>VirtualService</c>.</param>
    /// <param name="path">The field's path; items are written with their number, as in manifests, or as <c>[]</c>.</param>
    public static string? FieldSince(string group, string kind, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var segments = FieldPath.Segments(path).ToArray();
        return CrdVersions.Embedded.Since(crds => crds.Find(group, kind, segments).Any());
    }

    /// <summary>The oldest known version of Istio that takes a value of a field with fixed values, null where none takes it.</summary>
    /// <param name="group">The API group, such as <c>networking.istio.io</c>.</param>
    /// <param name="kind">The kind, such as <c>VirtualService</c>.</param>
    /// <param name="path">The field's path; items are written with their number, as in manifests, or as <c>[]</c>.</param>
    /// <param name="value">The value, such as <c>ISTIO_MUTUAL</c>.</param>
    public static string? ValueSince(string group, string kind, string path, string value)
    {
        ArgumentNullException.ThrowIfNull(path);
        var segments = FieldPath.Segments(path).ToArray();
        return CrdVersions.Embedded.Since(crds => crds.Find(group, kind, segments).Any(field => field.Enum.Contains(value)));
    }

    /// <summary>The fields that this version has and another does not, ordinal by kind and path.</summary>
    /// <exception cref="ArgumentException">The other version's definitions are not known.</exception>
    public IReadOnlyList<CrdField> FieldsMissingIn(string version)
    {
        var other = For(version);
        var missing =
            from kind in Kinds
            from path in kind.StructuralSchemas.SelectMany(schema => schema.Fields()).Distinct(StringComparer.Ordinal)
            where !other.Find(kind.Group, kind.Kind, FieldPath.Segments(path).ToArray()).Any()
            select new CrdField(kind.Group, kind.Kind, path);
        return
        [
            .. missing
                .OrderBy(field => field.Group, StringComparer.Ordinal)
                .ThenBy(field => field.Kind, StringComparer.Ordinal)
                .ThenBy(field => field.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is wrong with an object of Istio, ordinal by path; nothing is said of objects of other API groups.</summary>
    public IReadOnlyList<SchemaError> Validate(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var group = manifest.Group;
        if (!_groups.Value.TryGetValue(group, out var kinds))
        {
            return [];
        }

        var errors = new SchemaErrors(this, group, manifest.Kind);
        if (kinds.GetValueOrDefault(manifest.Kind)?.Served(manifest.ApiVersion[(group.Length + 1)..]) is { } schema)
        {
            schema.Validate(manifest.Body, errors);
            ObjectMetadata.Validate(manifest.Body, errors);
        }
        else
        {
            UnknownKind.Report(manifest, [.. kinds.Values], errors);
        }

        return errors.Sorted;
    }

    /// <summary>The different schemas that a kind's versions have for a place, none where none has it.</summary>
    internal IEnumerable<StructuralSchema> Find(string group, string kind, string?[] path) =>
        (_groups.Value.GetValueOrDefault(group)?.GetValueOrDefault(kind)?.StructuralSchemas ?? [])
            .Select(schema => schema.Find(path))
            .OfType<StructuralSchema>();
}
