using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Matrix;

/// <summary>What one caller gets through to a target, under whatever name.</summary>
internal sealed record CallerAccess(RequestBounds Requests, IReadOnlyList<Cause> Because);
