using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>What a registry knows of a host.</summary>
/// <param name="Service">The service that the client's namespace sees, if any.</param>
/// <param name="Hidden">A service of the host that it does not see.</param>
/// <param name="Ambiguity">Why it is open which of several it is; null where it is not.</param>
internal sealed record ServiceLookup(MeshService? Service, MeshService? Hidden, string? Ambiguity)
{
    /// <summary>What leaves it open what the host means.</summary>
    public Unreadable? Unreadable { get; init; }
}
