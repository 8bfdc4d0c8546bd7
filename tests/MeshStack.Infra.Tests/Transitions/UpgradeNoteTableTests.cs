using MeshStack.Definition;
using MeshStack.Preview.Upgrades;

namespace MeshStack.Infra.Tests.Transitions;

public sealed class UpgradeNoteTableTests
{
    /// <summary>What is warned of before a version is installed is a note for who leaves that version.</summary>
    [Fact]
    public void EveryBulletinIsANote() =>
        Assert.Equal([], SecurityBulletin.All.Select(bulletin => bulletin.Id).Except(UpgradeNoteTable.All.Select(note => note.Id)));
}
