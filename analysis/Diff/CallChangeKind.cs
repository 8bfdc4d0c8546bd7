namespace MeshStack.Analysis.Diff;

/// <summary>What becomes of calls besides whether they get through.</summary>
public enum CallChangeKind
{
    /// <summary>They go to somebody else, all of them, a part, or a larger part than before.</summary>
    Diverted,

    /// <summary>Somebody else gets a copy of them.</summary>
    Copied,

    /// <summary>Proxies abort, delay, rewrite or answer them.</summary>
    Changed,

    /// <summary>Another share of them goes to a destination of a route, and nobody else is known to answer more of them.</summary>
    Shifted,
}
