using MeshStack.Infra.Tests.Definition;

namespace MeshStack.ToyKind.Tests.Toys;

/// <summary>A small mesh with toys in it, for every test that asks whether something knows a kind that it was not written for.</summary>
internal sealed class ToyProject : IDisposable
{
    /// <summary>The file of the toys, as messages name it.</summary>
    public const string File = "infra/mesh/test/toys.yaml";

    private readonly SampleProject _project = new();

    /// <summary>The kinds that MeshStack has, and toys: the one line that a kind needs.</summary>
    public static IntentKinds Kinds { get; } = IntentKinds.Standard.With(new Toy());

    /// <summary>Writes the file of the toys.</summary>
    public void Write(string toys) => _project.Write(File, toys);

    /// <summary>The definition with its toys.</summary>
    public MeshDefinition Load() => DefinitionLoader.Load(_project.Root, "test", Kinds);

    /// <summary>The definition as MeshStack reads it by itself.</summary>
    public MeshDefinition LoadWithoutTheKind() => DefinitionLoader.Load(_project.Root, "test");

    /// <inheritdoc/>
    public void Dispose() => _project.Dispose();
}
