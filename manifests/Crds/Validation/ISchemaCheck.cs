namespace MeshStack.Manifests;

/// <summary>What one or a few keywords of a schema demand of a value.</summary>
internal interface ISchemaCheck
{
    public void Validate(object value, SchemaErrors errors);
}
