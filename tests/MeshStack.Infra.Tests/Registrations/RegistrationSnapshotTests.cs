using MeshStack.Infra.Tests.Stacks;
using MeshStack.Infra.Tests.Topologies;

namespace MeshStack.Infra.Tests.Registrations;

/// <summary>What each mesh registers, to the byte: a name, type or parent that changes would replace a live object. To accept a change:
/// <c>tests/accept</c>.</summary>
public sealed class RegistrationSnapshotTests
{
    public static TheoryData<string> Meshes { get; } = [.. Variant.Meshes];

    [Theory]
    [MemberData(nameof(Meshes))]
    public async Task TheEngineHearsWhatTheSnapshotSays(string name)
    {
        var file = MeshProject.FileNameOf(name);
        AcceptedText.Compare(
            Path.Combine(Repository.Root, "tests", "MeshStack.Infra.Tests", "Snapshots", "registrations", file),
            RegistrationText.Of(await Variant.RecordAsync(name))
        );
    }
}
