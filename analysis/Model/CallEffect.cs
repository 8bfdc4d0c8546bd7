namespace MeshStack.Analysis.Model;

/// <summary>What proxies on the way do with a call.</summary>
public enum CallEffect
{
    /// <summary>They send it somewhere.</summary>
    Sent,

    /// <summary>They send a copy of it somewhere, whatever becomes of it.</summary>
    Copied,

    /// <summary>They end it with an error.</summary>
    Aborted,

    /// <summary>They hold it back for some time.</summary>
    Delayed,

    /// <summary>They send it on with another path, authority or other headers.</summary>
    Rewritten,

    /// <summary>They answer it themselves.</summary>
    Answered,

    /// <summary>It is not known what they do.</summary>
    Unknown,
}
