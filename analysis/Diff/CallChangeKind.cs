namespace MeshStack.Analysis.Diff;

/// <summary>What becomes of calls besides whether they get through.</summary>
public enum CallChangeKind
{
    /// <summary>They go to somebody else, all of them or a part.</summary>
    Diverted,

    /// <summary>Somebody else gets a copy of them.</summary>
    Copied,

    /// <summary>Proxies abort, delay, rewrite or answer them.</summary>
    Changed,
}
