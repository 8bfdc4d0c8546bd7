using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Config.Authorization;

/// <summary>What one port accepts, and why.</summary>
internal sealed record PortMode(MutualTlsMode Mode, string Reason, IReadOnlyList<Cause> Because);
