using MeshStack.Definition.Planning;
using MeshStack.Manifests;

namespace MeshStack.Definition.Tests.IstioRecords;

/// <summary>The records of the schemas of every known version, newest first.</summary>
internal sealed class RecordReader
{
    private readonly SortedDictionary<string, Record> _records = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Constants> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Version, string Record), string> _fields = [];

    private RecordReader()
    {
        foreach (var crds in IstioCrds.Versions.Reverse().Select(IstioCrds.For))
        {
            foreach (var kind in crds.Kinds.Where(one => RecordNames.Kinds.Contains(one.Kind)))
            {
                foreach (var schema in kind.StructuralSchemas)
                {
                    ReadObject(new(crds.Version, kind.Kind, "spec"), RecordNames.Spec(kind.Kind), schema.Properties["spec"]);
                }
            }
        }
    }

    /// <summary>The records by their names.</summary>
    public IEnumerable<Record> Records => _records.Values;

    /// <summary>The fixed values by the names of their classes.</summary>
    public IEnumerable<Constants> Constants => _constants.Values;

    public static RecordReader Read() => new();

    private void ReadObject(Place place, string name, StructuralSchema schema)
    {
        RequireSameFields(place, name, schema);
        if (!_records.TryGetValue(name, out var record))
        {
            _records.Add(name, record = new(name));
        }

        record.Places.Add($"{place.Kind} {place.Path}");
        record.Kinds.Add(place.Kind);
        foreach (var (field, inner) in schema.Properties)
        {
            var member = Member(place.Below(field), name, field, inner);
            if (record.Members.TryGetValue(field, out var known) && known != member)
            {
                throw new InvalidOperationException($"{place}.{field}: {member}, but {known} elsewhere");
            }

            record.Members[field] = member;
        }
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

    private RecordMember Member(Place place, string record, string field, StructuralSchema schema)
    {
        var listForm = RecordNames.MeantEmpty.Contains($"{record}.{field}") ? MemberForm.MeantList : MemberForm.List;
        var (inside, inner, form) = schema switch
        {
            { Items: { } item } => (place.Items, item, listForm),
            { AdditionalProperties: { } value } => (place.Below("*"), value, MemberForm.Map),
            _ => (place, schema, MemberForm.Single),
        };
        return new(RecordNames.Member(record, field), Type(inside, record, field, inner), form);
    }

    private string Type(Place place, string record, string field, StructuralSchema schema)
    {
        switch (schema)
        {
            case { Properties.Count: > 0 }:
                var name = RecordNames.Type(record, field);
                ReadObject(place, name, schema);
                return name;
            case { Type: "string" }:
                ReadValues(place, record, field, schema.Enum);
                return RecordNames.LateTexts.Contains($"{record}.{field}") ? nameof(TextValue) : "string";
            case { Type: "integer", Format: "int64" }:
                return "long";
            case { Type: "integer" }:
                return "int";
            case { Type: "number" }:
                return "double";
            case { Type: "boolean" }:
                return "bool";
            default:
                throw new InvalidOperationException($"{place}: no member can hold a {schema.Type}");
        }
    }

    private void ReadValues(Place place, string record, string field, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var name = RecordNames.Enum(record, field);
        if (!_constants.TryGetValue(name, out var constants))
        {
            _constants.Add(name, constants = new(name));
        }

        constants.Kinds.Add(place.Kind);
        constants.Values.AddRange(values.Except(constants.Values));
    }

    private sealed record Place(string Version, string Kind, string Path)
    {
        public Place Items => this with { Path = Path + "[]" };

        public Place Below(string field) => this with { Path = $"{Path}.{field}" };

        public override string ToString() => $"{Version} {Kind} {Path}";
    }
}
