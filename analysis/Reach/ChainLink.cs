using MeshStack.Analysis.Matrix;

namespace MeshStack.Analysis.Reach;

/// <summary>The last call of a chain from a caller, or the first one of a chain to a service, with a link to the rest: the calls are
/// listed only where they are told.</summary>
/// <param name="call">The call.</param>
/// <param name="rest">The calls before it, or behind it; null where there are none.</param>
internal sealed class ChainLink(AccessCell call, ChainLink? rest)
{
    private AccessCell[]? _calls;

    /// <summary>What is called.</summary>
    public AccessCell Call => call;

    /// <summary>How many calls there are.</summary>
    public int Length { get; } = rest is null ? 1 : rest.Length + 1;

    /// <summary>The calls in their order, where this one is the last.</summary>
    public IReadOnlyList<AccessCell> UpToHere => _calls ??= Listed(isLast: true);

    /// <summary>The calls in their order, where this one is the first.</summary>
    public IReadOnlyList<AccessCell> FromHere => _calls ??= Listed(isLast: false);

    private ChainLink? Rest => rest;

    private AccessCell[] Listed(bool isLast)
    {
        var calls = new AccessCell[Length];
        var i = 0;
        for (var link = this; link is not null; link = link.Rest)
        {
            calls[i++] = link.Call;
        }

        if (isLast)
        {
            Array.Reverse(calls);
        }

        return calls;
    }
}
