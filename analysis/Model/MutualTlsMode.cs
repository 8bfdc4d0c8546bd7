namespace MeshStack.Analysis.Model;

/// <summary>What a workload's port accepts.</summary>
internal enum MutualTlsMode
{
    Permissive,
    Strict,
    Disable,
    Unknown,
}
