using MeshStack.Istio;
using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Components.Tests.Istio;

public sealed class SchemaTests
{
    public static TheoryData<string, Type> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, Type>();
            foreach (var (name, _, args) in IstioTypes.Kinds)
            {
                kinds.Add(name, args.GetProperty("Spec")!.PropertyType.GenericTypeArguments[0]);
            }

            return kinds;
        }
    }

    [Fact]
    public void EveryKindOfTheNewestIstioIsTyped() =>
        Assert.Equal(
            IstioCrds.Newest.Kinds.Select(kind => kind.Kind).Order(StringComparer.Ordinal),
            IstioTypes.Kinds.Select(kind => kind.Name)
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TypedSpecAndCRDHaveTheSameFieldsTypesEnumsAndRequiredFlags(string kind, Type spec)
    {
        Assert.Empty(new SchemaComparison().Compare(spec, IstioKind.Named(kind).Spec, "spec").Differences);
    }

    [Fact]
    public void EveryTypedMessageAndEnumBelongsToAKind()
    {
        var comparison = new SchemaComparison();
        foreach (var row in Kinds)
        {
            _ = comparison.Compare((Type)row[1], IstioKind.Named((string)row[0]).Spec, "spec");
        }

        Assert.Empty(IstioTypes.Messages.Concat(IstioTypes.Enums).Except(comparison.Seen));
    }

    [Theory]
    [InlineData("""["a"]""", """ "a": {"type": "string"}, "b": {"type": "array", "items": {"type": "integer"}} """)]
    [InlineData("[]", """ "a": {"type": "string"} """, "spec.b: Toy has it, the CRD does not", "spec.a: required in Toy only")]
    [InlineData(
        """["a"]""",
        """ "a": {"type": "string"}, "b": {"type": "array", "items": {"type": "integer"}}, "c": {"type": "string"} """,
        "spec.c: the CRD has it, Toy does not"
    )]
    [InlineData(
        """["a", "b"]""",
        """ "a": {"type": "string"}, "b": {"type": "array", "items": {"type": "integer"}} """,
        "spec.b: optional in Toy only"
    )]
    [InlineData(
        """["a"]""",
        """ "a": {"type": "string"}, "b": {"type": "array", "items": {"type": "number"}} """,
        "spec.b[]: number in the CRD, Int32 here"
    )]
    [InlineData(
        """["a"]""",
        """ "a": {"type": "string"}, "b": {"type": "object", "additionalProperties": {"type": "integer"}} """,
        "spec.b: object in the CRD, InputList`1 here"
    )]
    [InlineData(
        """["a"]""",
        """ "a": {"type": "string", "enum": ["X"]}, "b": {"type": "array", "items": {"type": "integer"}} """,
        "spec.a: string of X in the CRD, String here"
    )]
    [InlineData(
        """["a"]""",
        """ "a": {"x-kubernetes-int-or-string": true}, "b": {"type": "array", "items": {"type": "integer"}} """,
        "spec.a: x-kubernetes-int-or-string in the CRD, String here"
    )]
    public void ComparisonNamesEveryDifference(string required, string properties, params string[] differences)
    {
        var schema = SchemaExtensions.Parse($$"""{"type": "object", "required": {{required}}, "properties": { {{properties}} } }""");
        Assert.Equal(differences, new SchemaComparison().Compare(typeof(Toy), schema, "spec").Differences);
    }

    [Theory]
    [InlineData("""["DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL"]""", 0)]
    [InlineData("""["DISABLE", "SIMPLE", "MUTUAL"]""", 1)]
    [InlineData("""["DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL", "NEW"]""", 1)]
    public void ComparisonLooksAtTheNamesOfAnEnum(string names, int differences)
    {
        var schema = SchemaExtensions.Parse($$"""{"type": "string", "enum": {{names}}}""");
        Assert.Equal(differences, new SchemaComparison().Compare(typeof(Input<ClientTlsMode>), schema, "mode").Differences.Count);
    }

    private sealed class Toy : ResourceArgs
    {
        [Input("b")]
        private InputList<int>? _b;

        [Input("a", required: true)]
        public Input<string> A { get; set; } = null!;

        public InputList<int> B
        {
            get => _b ??= new();
            set => _b = value;
        }
    }
}
