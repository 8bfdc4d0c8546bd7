using System.Text.Json;
using MeshStack.Generate.Istio;
using MeshStack.Manifests;

namespace Repository.Tests.Generated;

/// <summary>What is said of a field for which nobody has written a sentence yet.</summary>
public sealed class SchemaSentenceTests
{
    [Theory]
    [InlineData("""{"type": "string"}""", "Text.")]
    [InlineData("""{"type": "string", "minLength": 1, "maxLength": 63}""", "Text, 1-63 characters.")]
    [InlineData("""{"type": "string", "enum": ["A", "B"]}""", "One of A, B.")]
    [InlineData("""{"type": "string", "format": "byte"}""", "Bytes in Base64.")]
    [InlineData("""{"type": "integer", "minimum": 0, "maximum": 4294967295}""", "Whole number, 0-4294967295.")]
    [InlineData("""{"type": "number", "minimum": 0.5}""", "Number, at least 0.5.")]
    [InlineData("""{"type": "boolean"}""", "True or false.")]
    [InlineData("""{"type": "object"}""", "Object.")]
    public void OneValue(string schema, string sentence) => Assert.Equal(sentence, Of(schema, MemberForm.Single));

    [Fact]
    public void ADurationHasItsUnit() =>
        Assert.Equal(
            "Duration with its unit, such as \"10s\", at least \"1ms\".",
            Of(
                """{"type": "string", "x-kubernetes-validations": """
                    + """[{"rule": "r", "message": "must be a valid duration greater than 1ms"}]}""",
                MemberForm.Single
            )
        );

    [Fact]
    public void AList() =>
        Assert.Equal(
            "List: Text, at most 16 items.",
            Of("""{"type": "array", "maxItems": 16, "items": {"type": "string"}}""", MemberForm.List)
        );

    [Theory]
    [InlineData("""{"type": "object", "additionalProperties": {"type": "integer"}}""", "By key: Whole number.")]
    [InlineData("""{"type": "object", "x-kubernetes-preserve-unknown-fields": true}""", "Keys and values of any form.")]
    public void AMap(string schema, string sentence) => Assert.Equal(sentence, Of(schema, MemberForm.Map));

    private static string Of(string schema, MemberForm form) =>
        SchemaSentence.Of(
            new("Name", "string", form)
            {
                Schema = SchemaReader.Read(JsonElement.Parse(schema), "test"),
                IsRequired = false,
                Kind = MemberKind.Plain,
                Since = IstioTypes.Oldest,
            }
        );
}
