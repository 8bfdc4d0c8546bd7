using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Diff;

/// <summary>How one caller's access to one target differs between two matrices.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Target">What is reached.</param>
/// <param name="Kind">Whether access is gained, lost, or both.</param>
/// <param name="Gained">The requests that get through, or may do so, and did not before.</param>
/// <param name="Lost">The requests that got through, or may have done so, and do not any more.</param>
/// <param name="GainedExample">One of the gained requests, null where there is none.</param>
/// <param name="LostExample">One of the lost requests, null where there is none.</param>
/// <param name="Undecided">True where it is not known of all of them, before or after.</param>
/// <param name="Because">The objects that decide now; where nothing gets through any more, those that decided before.</param>
public sealed record AccessChange(
    AccessCaller Caller,
    AccessTarget Target,
    AccessChangeKind Kind,
    RequestSet Gained,
    RequestSet Lost,
    SampleRequest? GainedExample,
    SampleRequest? LostExample,
    bool Undecided,
    IReadOnlyList<Cause> Because
);
