using MeshStack.Manifests;

namespace MeshStack.Generate.Istio;

/// <summary>The types of the schemas of every known version, newest first.</summary>
internal sealed class IstioTypes
{
    private readonly SortedDictionary<string, IstioType> _types = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, IstioEnum> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Version, string Type), string> _fields = [];

    private IstioTypes()
    {
        foreach (var crds in IstioCrds.Versions.Reverse().Select(IstioCrds.For))
        {
            foreach (var kind in crds.Kinds)
            {
                foreach (var schema in kind.StructuralSchemas)
                {
                    ReadObject(new(crds.Version, kind.Kind, "spec"), IstioNames.Spec(kind.Kind), schema.Properties["spec"]);
                }
            }
        }
    }

    /// <summary>The oldest version that is known: what it has is as old as anybody needs to know.</summary>
    public static string Oldest => IstioCrds.Versions[0];

    /// <summary>The kinds of the newest version, by their names.</summary>
    public IEnumerable<IstioKind> Kinds { get; } =
    [
        .. IstioCrds
            .Newest.Kinds.OrderBy(kind => kind.Kind, StringComparer.Ordinal)
            .Select(kind => new IstioKind(kind.Kind, ApiVersion(kind), IstioNames.Spec(kind.Kind), SinceOf(kind))),
    ];

    /// <summary>The types by their names.</summary>
    public IEnumerable<IstioType> Types => _types.Values;

    /// <summary>The fixed values by the names of their types.</summary>
    public IEnumerable<IstioEnum> Enums => _enums.Values;

    public static IstioTypes Read() => new();

    // The stable version where there is one, and else the only one that there is.
    private static string ApiVersion(CrdKind kind)
    {
        var served = kind.Versions.Where(version => version.Served).ToList();
        var version = served.Count == 1 ? served[0] : served.Single(one => one.Name == "v1");
        return $"{kind.Group}/{version.Name}";
    }

    private static string SinceOf(CrdKind kind) =>
        IstioCrds.Versions.First(version => IstioCrds.For(version).Kinds.Any(one => (one.Group, one.Kind) == (kind.Group, kind.Kind)));

    private void ReadObject(Place place, string name, StructuralSchema schema)
    {
        RequireSameFields(place, name, schema);
        if (!_types.TryGetValue(name, out var type))
        {
            _types.Add(name, type = new(name) { Since = place.Version });
        }

        type.Since = place.Version;
        type.Places.Add($"{place.Kind} {place.Path}");
        type.Kinds.Add(place.Kind);
        foreach (var (field, inner) in schema.Properties)
        {
            var member = Member(place.Below(field), name, field, inner, IstioNames.IsRequired(name, field, schema));
            if (!type.Members.TryAdd(field, member))
            {
                Agree(place.Below(field), type.Members[field], member);
            }
        }
    }

    private static void Agree(Place place, IstioMember known, IstioMember member)
    {
        if (!known.IsLike(member))
        {
            throw new InvalidOperationException($"{place}: {member}, but {known} elsewhere");
        }

        if (place.IsNewest && known.IsRequired != member.IsRequired)
        {
            throw new InvalidOperationException($"{place}: required in one place only");
        }

        known.Since = place.Version;
    }

    // Nodes that differ within a version need names of their own.
    private void RequireSameFields(Place place, string name, StructuralSchema schema)
    {
        var fields = string.Join(' ', schema.Properties.Keys.Order(StringComparer.Ordinal));
        if (!_fields.TryAdd((place.Version, name), fields) && _fields[(place.Version, name)] != fields)
        {
            throw new InvalidOperationException($"{place}: {name} has the fields {fields}, but {_fields[(place.Version, name)]} elsewhere");
        }
    }

    private IstioMember Member(Place place, string type, string field, StructuralSchema schema, bool isRequired)
    {
        var listForm = IstioNames.MeantEmpty.Contains($"{type}.{field}") ? MemberForm.MeantList : MemberForm.List;
        var (inside, inner, form) = schema switch
        {
            { Items: { } item } => (place.Items, item, listForm),
            { AdditionalProperties: { } value } => (place.Below("*"), value, MemberForm.Map),
            { PreserveUnknownFields: true, Properties.Count: 0 } => (place, schema, MemberForm.Map),
            _ => (place, schema, MemberForm.Single),
        };
        var (held, kind) = Held(inside, type, field, inner);
        return new(IstioNames.Member(type, field), held, form)
        {
            Schema = schema,
            IsRequired = isRequired,
            Kind = kind,
            Since = place.Version,
        };
    }

    private (string Type, MemberKind Kind) Held(Place place, string type, string field, StructuralSchema schema)
    {
        switch (schema)
        {
            case { Properties.Count: > 0 }:
                var name = IstioNames.Type(type, field);
                ReadObject(place, name, schema);
                return (name, MemberKind.Type);
            case { PreserveUnknownFields: true }:
                return ("object", MemberKind.Plain);
            case { Type: "string", Enum.Count: > 0 }:
                return (ReadValues(place, IstioNames.Enum(type, field), schema.Enum), MemberKind.Enum);
            case { Type: "string" }:
                return ("string", IstioNames.LateTexts.Contains($"{type}.{field}") ? MemberKind.Late : MemberKind.Plain);
            case { Type: "integer", Format: not "int64" }:
                return ("int", MemberKind.Plain);
            case { Type: "number" }:
                return ("double", MemberKind.Plain);
            case { Type: "boolean" }:
                return ("bool", MemberKind.Plain);
            default:
                throw new InvalidOperationException($"{place}: no member can hold a {schema.Type} {schema.Format}");
        }
    }

    private string ReadValues(Place place, string name, IReadOnlyList<string> values)
    {
        if (!_enums.TryGetValue(name, out var known))
        {
            _enums.Add(name, known = new(name));
        }

        known.Kinds.Add(place.Kind);
        known.Values.AddRange(values.Except(known.Values));
        foreach (var value in values)
        {
            known.Since[value] = place.Version;
        }

        return name;
    }

    private sealed record Place(string Version, string Kind, string Path)
    {
        public bool IsNewest => Version == IstioCrds.Versions[^1];

        public Place Items => this with { Path = Path + "[]" };

        public Place Below(string field) => this with { Path = $"{Path}.{field}" };

        public override string ToString() => $"{Version} {Kind} {Path}";
    }
}
