using System.Globalization;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Reach;

/// <summary>A chain of calls from a caller to a service: each next one is made by what the call before it came to.</summary>
/// <param name="Caller">Whose chain it is.</param>
/// <param name="Calls">The calls, in their order; one of them where the caller calls the service itself.</param>
public sealed record AccessWay(AccessCaller Caller, IReadOnlyList<AccessCell> Calls)
{
    /// <summary>The service.</summary>
    public AccessTarget Target => Calls[^1].Target;

    /// <summary>True where it is not known that each of the calls gets through.</summary>
    public bool IsUndecided => Calls.Any(call => !IsCertain(call));

    /// <summary>The services in between, in their order.</summary>
    public IEnumerable<AccessTarget> By => Calls.SkipLast(1).Select(call => call.Target);

    /// <summary>The chain as one reads it aloud.</summary>
    public override string ToString() =>
        $"{Caller} → {string.Join(" → ", Calls.Select(call => call.Target))}"
        + $": {(Calls[^1].IsHttp ? Calls[^1].Requests.Possible.ToString() : "connections")}"
        + (IsUndecided ? " (undecided)" : "");

    /// <summary>How many calls there are, in words.</summary>
    public string Length => string.Create(CultureInfo.InvariantCulture, $"{Calls.Count} call{(Calls.Count == 1 ? "" : "s")}");

    internal static bool IsCertain(AccessCell call) => !call.IsTargetUndecided && !call.Requests.Certain.IsEmpty;
}
