namespace MeshStack.Manifests.Tests;

public class ObjectMetadataTests
{
    [Theory]
    [InlineData(
        "{name: a, label: {a: b}}",
        "metadata.label: is an unknown field; allowed: annotations, creationTimestamp, deletionGracePeriodSeconds, "
            + "deletionTimestamp, finalizers, generateName, generation, labels, managedFields, name, namespace, ownerReferences, "
            + "resourceVersion, selfLink, uid; did you mean labels?"
    )]
    [InlineData("{name: a, labels: {rev: 1}}", "metadata.labels.rev: expected a string, got 1; in quotes it would be one")]
    [InlineData("{name: a, labels: [a]}", "metadata.labels: expected an object, got a list")]
    [InlineData(
        "{name: a, labels: {app: 'a b'}}",
        "metadata.labels.app: \"a b\" is no value of a label; allowed: letters, digits, '-', '_' and '.', at most 63 characters, "
            + "with a letter or digit at both ends"
    )]
    [InlineData(
        "{name: a, labels: {a/b/c: d}}",
        "metadata.labels[\"a/b/c\"]: \"a/b/c\" is no key of labels; allowed: letters, digits, '-', '_' and '.', at most 63 "
            + "characters, behind an optional DNS name and '/'"
    )]
    [InlineData(
        "{name: a, annotations: {A.b/: d}}",
        "metadata.annotations[\"A.b/\"]: \"A.b/\" is no key of annotations; allowed: letters, digits, '-', '_' and '.', at most 63 "
            + "characters, behind an optional DNS name and '/'"
    )]
    [InlineData(
        "{name: A}",
        "metadata.name: \"A\" is no name of an object; allowed: small letters, digits, '-' and '.', at most 253 characters, with a "
            + "letter or digit at both ends"
    )]
    [InlineData(
        "{name: a, namespace: b.c}",
        "metadata.namespace: \"b.c\" is no name of a namespace; allowed: small letters, digits and '-', at most 63 characters, with "
            + "a letter or digit at both ends"
    )]
    public void MetadataThatTheAPIServerDoesNotTakeIsRefused(string metadata, string expected) =>
        Assert.All(
            IstioCrds.Versions,
            version => Assert.Equal([expected], IstioCrds.For(version).Errors(Istio.Object("Gateway", "{}", metadata)))
        );

    [Theory]
    [InlineData(
        "{name: a.b-c, namespace: d-e, labels: {app.kubernetes.io/name: a_b.C, empty: ''}, annotations: {Example.com/Note: "
            + "'anything at all'}}"
    )]
    [InlineData("{name: a, labels: null, annotations: {a: null}, uid: b, generation: 1}")]
    [InlineData("{name: a, labels: {a: '${east.name}'}}")]
    public void MetadataThatTheAPIServerTakesIsTaken(string metadata) =>
        Assert.Empty(IstioCrds.Newest.Validate(Istio.Object("Gateway", "{}", metadata)));

    [Fact]
    public void AnnotationsHaveAGreatestSize()
    {
        var note = new string('x', 262_144);

        Assert.Equal(
            ["metadata.annotations: have 262145 bytes; at most 262144 are allowed"],
            IstioCrds.Newest.Errors(Istio.Object("Gateway", "{}", $"{{name: a, annotations: {{a: {note}}}}}"))
        );
    }
}
