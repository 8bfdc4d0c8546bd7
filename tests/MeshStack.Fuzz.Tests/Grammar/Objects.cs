using CsCheck;
using MeshStack.Manifests;

namespace MeshStack.Fuzz.Tests.Grammar;

/// <summary>Objects of Istio's kinds, made from their schemas: most fields fit, some do not.</summary>
internal static class Objects
{
    private static readonly Dictionary<StructuralSchema, Gen<object?>> Values = new(ReferenceEqualityComparer.Instance);

    /// <summary>One object.</summary>
    public static Gen<Dictionary<string, object?>> OfIstio { get; } =
        Gen.OneOf([
            .. from crds in IstioCrds.Versions.Select(IstioCrds.For)
            from kind in crds.Kinds
            from version in kind.Versions.Where(version => version.Served)
            select Of(kind, version),
        ]);

    private static Gen<Dictionary<string, object?>> Of(CrdKind kind, CrdVersion version)
    {
        var spec = kind.StructuralSchemas[version.Schema].Properties["spec"];
        return Gen.Select(Value(spec), Gen.Frequency((4, Gen.Const((object?)null)), (1, Scalars.AnyValue)), Scalars.Any)
            .Select(parts => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["apiVersion"] = $"{kind.Group}/{version.Name}",
                ["kind"] = kind.Kind,
                ["metadata"] = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["name"] = parts.Item3.Length > 0 ? parts.Item3 : "web",
                    ["namespace"] = "shop",
                    ["labels"] = parts.Item2,
                    ["annotations"] = parts.Item2,
                },
                ["spec"] = parts.Item1,
            });
    }

    private static Gen<object?> Value(StructuralSchema schema) =>
        Values.TryGetValue(schema, out var known) ? known : Values[schema] = Gen.Frequency((20, Fitting(schema)), (1, Scalars.AnyValue));

    private static Gen<object?> Fitting(StructuralSchema schema) =>
        schema switch
        {
            { Enum: [_, ..] values } => Gen.OneOf([.. values]).Select(value => (object?)value),
            { Type: "object", AdditionalProperties: { } entries } => Gen.Dictionary(Scalars.Any, Value(entries))[0, 3]
                .Select(map => (object?)new Dictionary<string, object?>(map, StringComparer.Ordinal)),
            { Type: "object", Properties.Count: > 0 } => Fields(schema),
            { Type: "array", Items: { } items } => Value(items).Array[0, 3].Select(list => (object?)list),
            { Type: "integer" } or { Type: "number" } => Scalars.Number,
            { Type: "boolean" } => Gen.Bool.Select(flag => (object?)flag),
            { Type: "string" } => Scalars.Any.Select(text => (object?)text),
            _ => Scalars.AnyValue,
        };

    // Of many fields few are given, so that an object has a size that rules are made for.
    private static Gen<object?> Fields(StructuralSchema schema)
    {
        var fields = schema.Properties.Select(field => Value(field.Value).Select(value => (field.Key, Value: value))).ToArray();
        return Gen.Select(Gen.Int[0, fields.Length - 1].Array[0, 5], Gen.Frequency((30, Gen.Const("")), (1, Scalars.Any)))
            .SelectMany(chosen =>
                chosen.Item1.Length == 0
                    ? Gen.Const((object?)new Dictionary<string, object?>())
                    : All([.. chosen.Item1.Distinct().Select(index => fields[index])])
                        .Select(entries =>
                        {
                            var map = entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
                            if (chosen.Item2.Length > 0)
                            {
                                map[chosen.Item2] = chosen.Item2;
                            }

                            return (object?)map;
                        })
            );
    }

    private static Gen<T[]> All<T>(Gen<T>[] parts) =>
        parts.Aggregate(Gen.Const(Array.Empty<T>()), (all, part) => Gen.Select(all, part).Select(both => (T[])[.. both.Item1, both.Item2]));
}
