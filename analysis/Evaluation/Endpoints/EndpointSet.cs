using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Evaluation.Endpoints;

/// <summary>The endpoints of a service for one client.</summary>
/// <param name="Endpoints">The endpoints.</param>
/// <param name="Dropped">Why others were left out.</param>
/// <param name="Because">The objects that gave them.</param>
internal sealed record EndpointSet(IReadOnlyList<Endpoint> Endpoints, IReadOnlyList<string> Dropped, IReadOnlyList<Cause> Because);
