namespace MeshStack.ToyKind.Tests.Toys;

/// <summary>A document of kind Toy.</summary>
internal sealed class ToyDocument : IntentDocument
{
    public ToyDocument(IntentReader reader)
        : base(reader)
    {
        Intent = reader.Bind<ToyIntent>();
        Cluster = reader.Reference("cluster") ?? "";
    }

    /// <summary>The cluster that it names.</summary>
    public string Cluster { get; }

    /// <summary>What it asks for, its cluster not looked up yet.</summary>
    public ToyIntent Intent { get; }
}
