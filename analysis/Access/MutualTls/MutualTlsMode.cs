namespace MeshStack.Analysis.Access;

/// <summary>What a workload's port accepts.</summary>
internal enum MutualTlsMode
{
    Permissive,
    Strict,
    Disable,
    Unknown,
}
