namespace MeshStack.Manifests.Tests;

public class KeywordTests
{
    private const string Anything = """{"type": "object", "x-kubernetes-preserve-unknown-fields": true}""";

    private const string ListOfTwoKeys =
        $$"""{"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["x", "y"], "items": {{Anything}}}""";

    [Theory]
    [InlineData("""{"type": "boolean"}""", "true")]
    [InlineData("""{"type": "number"}""", "1.5")]
    [InlineData("""{"type": "number"}""", "1")]
    [InlineData("""{"type": "integer"}""", "2.0")]
    [InlineData("""{"type": "integer"}""", "9007199254740993")]
    [InlineData("""{"type": "integer", "format": "int32"}""", "-2147483648")]
    [InlineData("""{"type": "integer", "nullable": true}""", "null")]
    [InlineData("""{"type": "string"}""", "null")]
    [InlineData("""{"type": "array", "items": {"type": "integer", "nullable": true}}""", "[null]")]
    [InlineData("""{"type": "string", "format": "byte"}""", "aGk=")]
    [InlineData("""{"type": "string", "format": "byte"}""", "aGkh")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "'2026-01-31T12:00:00.5+01:00'")]
    [InlineData("""{"type": "string", "maxLength": 2}""", "😀é")]
    [InlineData("""{"type": "string", "pattern": "^a$"}""", "a")]
    [InlineData("""{"type": "string", "pattern": "b"}""", "abc")]
    [InlineData("""{"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}}""", "{a: b}")]
    [InlineData("""{"anyOf": [{"type": "integer"}, {"type": "string"}], "x-kubernetes-int-or-string": true}""", "80")]
    [InlineData("""{"anyOf": [{"type": "integer"}, {"type": "string"}], "x-kubernetes-int-or-string": true}""", "http")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "string"}}, "not": {"required": ["a"]}}""", "{}")]
    [InlineData(ListOfTwoKeys, "[{x: 1, y: 1}, {x: 1, y: 2}]")]
    public void ValuesThatFitAreTaken(string schema, string value) => Assert.Empty(Toy.Errors(schema, value));

    [Theory]
    [InlineData("""{"type": "boolean"}""", "0", "expected true or false, got 0")]
    [InlineData("""{"type": "integer"}""", "1.5", "expected a whole number, got 1.5")]
    [InlineData("""{"type": "integer"}""", "1e20", "expected a whole number, got 1E+20")]
    [InlineData("""{"type": "number"}""", "'1.5'", "expected a number, got \"1.5\"; without quotes it would be one")]
    [InlineData("""{"type": "string"}""", "true", "expected a string, got true; in quotes it would be one")]
    [InlineData("""{"type": "string"}""", "[a]", "expected a string, got a list")]
    [InlineData("""{"type": "array"}""", "{a: b}", "expected a list, got an object")]
    [InlineData("""{"type": "object", "x-kubernetes-preserve-unknown-fields": true}""", "[a]", "expected an object, got a list")]
    [InlineData(
        """{"type": "integer", "format": "int32"}""",
        "2147483648",
        "2147483648 is not a number of 32 bits, from -2147483648 to 2147483647"
    )]
    [InlineData("""{"type": "number", "minimum": 0.5}""", "0.4", "0.4 is not allowed; allowed: 0.5 and more")]
    [InlineData("""{"type": "number", "maximum": 1}""", "1.5", "1.5 is not allowed; allowed: up to 1")]
    [InlineData("""{"type": "string", "format": "byte"}""", "''", "\"\" is not base64")]
    [InlineData("""{"type": "string", "format": "byte"}""", "aGk", "\"aGk\" is not base64")]
    [InlineData("""{"type": "string", "format": "byte"}""", "'aG k='", "\"aG k=\" is not base64")]
    [InlineData(
        """{"type": "string", "format": "date-time"}""",
        "'2026-01-31'",
        "\"2026-01-31\" is not a time such as 2026-01-31T12:00:00Z"
    )]
    [InlineData("""{"type": "string", "maxLength": 2}""", "abc", "has 3 characters; allowed: at most 2 characters")]
    [InlineData("""{"type": "string", "minLength": 1}""", "''", "has 0 characters; at least 1 character must be given")]
    [InlineData("""{"type": "array", "maxItems": 1}""", "[1, 2]", "has 2 items; allowed: at most 1 item")]
    [InlineData(
        """{"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}}""",
        "{a: null}",
        "has 0 entries; at least 1 entry must be given"
    )]
    [InlineData("""{"type": "string", "pattern": "^a$"}""", "\"a\\n\"", "\"a\n\" does not match ^a$")]
    [InlineData("""{"x-kubernetes-int-or-string": true}""", "1.5", "expected a whole number or a string, got 1.5")]
    [InlineData("""{"type": "number", "anyOf": [{"type": "integer"}, {"maximum": 1}]}""", "1.5", "fits 0 of the 2 alternatives of anyOf")]
    [InlineData(
        """{"type": "object", "properties": {"a": {"type": "string"}}, "not": {"required": ["a"]}}""",
        "{a: b}",
        "fits 1 of the 1 alternatives of not"
    )]
    [InlineData(
        """{"type": "object", "x-kubernetes-preserve-unknown-fields": true, "oneOf": [{"required": ["a"]}, {"required": ["b"]}]}""",
        "{a: 1, b: 1}",
        "fits 2 of the 2 alternatives of oneOf"
    )]
    public void ValuesThatDoNotFitAreRefused(string schema, string value, string expected) =>
        Assert.Equal([$"spec.a: {expected}"], Toy.Errors(schema, value));

    [Fact]
    public void ItemsWithTheSameKeysAreRefusedAtTheLaterOne() =>
        Assert.Equal(
            ["spec.a[2]: has the x and y of item 0 (1, null); items are told apart by x and y"],
            Toy.Errors(ListOfTwoKeys, "[{x: 1}, {x: 2}, {x: 1, z: 3}]")
        );

    [Fact]
    public void KeysWithSeparatorsAreQuotedInPaths() =>
        Assert.Equal(
            ["spec.a[\"b/c.d\"]: expected a string, got 1; in quotes it would be one"],
            Toy.Errors("""{"type": "object", "additionalProperties": {"type": "string"}}""", "{b/c.d: 1}")
        );
}
