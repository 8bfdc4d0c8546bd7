using MeshStack.Analysis.Model;

namespace MeshStack.Cli.Reports;

/// <summary>One service and who may call it.</summary>
internal sealed record ServiceAccess(AccessTarget Target, IReadOnlyList<OpenAccess> Callers);
