namespace MeshStack.Manifests;

/// <summary>The object that a rule looks at.</summary>
internal sealed class Subject(Manifest manifest)
{
    public Manifest Manifest { get; } = manifest;

    public Field Body { get; } = Field.From(manifest.Body);

    public Field Spec { get; } = manifest.Spec;

    public string Kind => Manifest.Kind;
}
