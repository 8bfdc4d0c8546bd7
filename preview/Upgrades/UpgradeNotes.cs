using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Upgrades;

namespace MeshStack.Preview.Upgrades;

/// <summary>The notes that touch the objects of a mesh.</summary>
internal static class UpgradeNotes
{
    /// <summary>The notes that an upgrade has a say in, with the places that they are about.</summary>
    /// <returns>The notes that touch something, and how many touch nothing.</returns>
    public static (IReadOnlyList<TouchingNote> Touching, int Others) Of(SnapshotSources sources, IReadOnlyList<ClusterUpgrade> clusters)
    {
        var subjects = NoteSubject.Of(sources, Snapshot.From(sources));
        var others = 0;
        var touching = new List<TouchingNote>();
        foreach (var note in UpgradeNoteTable.All)
        {
            var states = (
                from subject in subjects
                let upgrade = clusters.First(cluster => cluster.Cluster == subject.Cluster)
                let state = note.StateOf(upgrade)
                where state is not null
                select (State: state.Value, Hits: note.Condition(subject).ToArray())
            ).ToArray();
            var found = states.Where(one => one.Hits.Length > 0).ToLookup(one => one.State, one => one.Hits);
            others += states.Length > 0 && found.Count == 0 ? 1 : 0;
            touching.AddRange(
                found.OrderBy(one => one.Key).Select(one => new TouchingNote(note, one.Key, [.. one.SelectMany(hits => hits)]))
            );
        }

        return (touching, others);
    }
}
