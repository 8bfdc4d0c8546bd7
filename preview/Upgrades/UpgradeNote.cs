using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Upgrades;

namespace MeshStack.Preview.Upgrades;

/// <summary>Something that Istio's upgrade notes, change notes or security bulletins tell, and how to see whether it is about these
/// objects.</summary>
/// <param name="Id">What reports call it.</param>
/// <param name="IsFlaw">True for a security flaw, which is there in its ranges; else a change, which is there since its versions.</param>
/// <param name="Ranges">The versions, one for each minor version: the first one, and of a flaw the first without it.</param>
/// <param name="About">What it is, in few words.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="Condition">The places in a cluster that it is about.</param>
internal sealed record UpgradeNote(
    string Id,
    bool IsFlaw,
    IReadOnlyList<(string First, string? FixedIn)> Ranges,
    string About,
    string Source,
    Func<NoteSubject, IEnumerable<NoteHit>> Condition
)
{
    /// <summary>The versions in words.</summary>
    public string Versions =>
        string.Join(", ", Ranges.Select(range => range.FixedIn is { } fixedIn ? $"{range.First} until {fixedIn}" : $"since {range.First}"));

    /// <summary>What becomes of it; null where the upgrade has no say in it.</summary>
    public NoteState? StateOf(ClusterUpgrade upgrade) =>
        (Holds(upgrade.From), Holds(upgrade.To)) switch
        {
            (false, true) => NoteState.Comes,
            (true, false) => NoteState.Goes,
            (true, true) when IsFlaw => NoteState.Stays,
            _ => null,
        };

    // What came with a patch came with every minor version after the newest that is named, and a flaw ends in each by itself.
    private bool Holds(string version)
    {
        foreach (var (first, fixedIn) in Ranges)
        {
            if (MinorOf(first) == MinorOf(version))
            {
                return IstioSemantics.IsSince(version, first) == true
                    && (fixedIn is null || IstioSemantics.IsSince(version, fixedIn) == false);
            }
        }

        return !IsFlaw && Ranges.All(range => IstioSemantics.IsSince(version, range.First) == true);
    }

    private static string MinorOf(string version) => string.Join('.', version.Split('.').Take(2));
}
