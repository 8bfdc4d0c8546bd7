namespace MeshStack.Manifests.Tests;

public class TableTests
{
    public static TheoryData<string> Versions => [.. IstioCrds.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public void EverySchemaIsUnderstoodToTheLastKeyword(string version)
    {
        var kinds = IstioCrds.For(version).Kinds.ToList();

        Assert.All(kinds, kind => Assert.All(kind.Versions, one => Assert.NotNull(kind.Served(one.Name))));
        Assert.All(kinds, kind => Assert.Single(kind.Versions, one => one.Storage));
        Assert.All(kinds, kind => Assert.Equal("Namespaced", kind.Scope));
        Assert.Equal(33, kinds.Sum(kind => kind.Versions.Count));
        Assert.Equal(
            [
                "AuthorizationPolicy",
                "DestinationRule",
                "EnvoyFilter",
                "Gateway",
                "PeerAuthentication",
                "ProxyConfig",
                "RequestAuthentication",
                "ServiceEntry",
                "Sidecar",
                "Telemetry",
                "TrafficExtension",
                "VirtualService",
                "WasmPlugin",
                "WorkloadEntry",
                "WorkloadGroup",
            ],
            kinds.Select(kind => kind.Kind).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void TheVersionsOfAKindShareASchema() => Assert.All(IstioCrds.Newest.Kinds, kind => Assert.Single(kind.StructuralSchemas));

    [Fact]
    public void EveryRuleThatIsWrittenByHandStandsInATable()
    {
        var schemas = IstioCrds.Versions.SelectMany(version => IstioCrds.For(version).Kinds).SelectMany(kind => kind.StructuralSchemas);
        var used = schemas.SelectMany(Rules).Select(RuleCheck.Fingerprint).Distinct();

        Assert.Equal(KnownRules.ByFingerprint.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"type": "object", "dependentRequired": {}}""", "dependentRequired")]
    [InlineData("""{"type": "tuple"}""", "tuple")]
    [InlineData("""{"type": "string", "format": "colour"}""", "colour")]
    [InlineData("""{"type": "string", "format": "int32"}""", "int32")]
    [InlineData("""{"type": "string", "pattern": "^\\d+$"}""", @"^\d+$")]
    [InlineData("""{"type": "string", "pattern": "(?i)a"}""", "(?i)a")]
    [InlineData("""{"type": "string", "pattern": "[$]"}""", "[$]")]
    [InlineData("""{"type": "array", "x-kubernetes-list-type": "set"}""", "list type set")]
    [InlineData("""{"type": "integer", "enum": [1]}""", "enum")]
    [InlineData("""{"type": "object", "additionalProperties": true}""", "additionalProperties")]
    [InlineData("""{"type": "object", "x-kubernetes-validations": [{"rule": "self.a == 1", "message": "no"}]}""", "self.a == 1")]
    [InlineData(
        """{"type": "object", "x-kubernetes-validations": [{"rule": "self.a == 1", "message": "no", "reason": "FieldValueInvalid"}]}""",
        "reason"
    )]
    public void WhatCannotBeJudgedIsSaidAndNotPassed(string schema, string named)
    {
        var exception = Assert.Throws<UnsupportedSchemaException>(() => Toy.Crds(schema)[0].Validate(Toy.Object("{}")));

        Assert.Contains("a.istio.io Toy: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Rules(StructuralSchema schema) =>
        schema.Validations.Select(rule => rule.Rule).Concat(Inner(schema).SelectMany(Rules));

    private static IEnumerable<StructuralSchema> Inner(StructuralSchema schema)
    {
        StructuralSchema?[] single = [schema.Items, schema.AdditionalProperties, schema.Not];
        return [.. schema.Properties.Values, .. single.OfType<StructuralSchema>(), .. schema.AllOf, .. schema.AnyOf, .. schema.OneOf];
    }
}
