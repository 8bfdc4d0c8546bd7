namespace MeshStack.Definition;

/// <summary>Where a mesh is between two roots.</summary>
public enum RotationPhase
{
    /// <summary>One root signs, and it alone is trusted.</summary>
    Steady,

    /// <summary>The old root signs, and both are trusted.</summary>
    Prepare,

    /// <summary>The new root signs, and both are trusted.</summary>
    Switch,

    /// <summary>The new root signs, and it alone is trusted; the old one is let go of.</summary>
    Retire,
}
