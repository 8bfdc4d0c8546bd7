using MeshStack.Definition.Planning;
using MeshStack.Offline;
using MeshStack.Registration;

namespace MeshStack.Components.Tests.Registration;

/// <summary>A kind of intent whose components have no class is registered all the same.</summary>
public sealed class PlainComponentTests
{
    [Fact]
    public async Task AComponentWithoutAClassIsOneOfItsType()
    {
        var recording = await OfflineStack.RunAsync(
            new OfflineOptions(),
            () =>
            {
                var plan = new Plan();
                plan.Component("Toy", LogicalName.Of("bear")).Outputs(("colour", "red"));
                var resources = new Resources();
                new Registrar(resources, new EngineValues(resources)).Register(plan);
            }
        );
        var toy = Assert.Single(recording.Resources, r => r.Id.Type == "meshstack:index:Toy");
        Assert.Equal("bear", toy.Id.Name);
    }
}
