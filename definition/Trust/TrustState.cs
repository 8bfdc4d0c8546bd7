namespace MeshStack.Definition;

/// <summary>Which root signs and which ones are trusted; roots are named by generation or by fingerprint.</summary>
public sealed record TrustState
{
    private TrustState(RotationPhase phase, string? from, string root) => (Phase, From, Root) = (phase, from, root);

    /// <summary>Where the mesh is between two roots.</summary>
    public RotationPhase Phase { get; }

    /// <summary>The root that a rotation leads away from; null in a steady state, and where nobody names it any more.</summary>
    public string? From { get; }

    /// <summary>The root, or the one that a rotation leads to.</summary>
    public string Root { get; }

    /// <summary>The root that signs the intermediates.</summary>
    public string Signer => Phase == RotationPhase.Prepare ? From! : Root;

    /// <summary>The roots in the bundle, the old one first.</summary>
    public IReadOnlyList<string> Trusted => Phase is RotationPhase.Prepare or RotationPhase.Switch ? [From!, Root] : [Root];

    /// <summary>One root.</summary>
    public static TrustState Steady(string root) => new(RotationPhase.Steady, null, root);

    /// <summary>The old root signs, both are trusted.</summary>
    public static TrustState Prepare(string from, string to) => new(RotationPhase.Prepare, from, to);

    /// <summary>The new root signs, both are trusted.</summary>
    public static TrustState Switch(string from, string to) => new(RotationPhase.Switch, from, to);

    /// <summary>The new root signs, and it alone is trusted.</summary>
    public static TrustState Retire(string? from, string to) => new(RotationPhase.Retire, from, to);

    /// <summary>The phase and its roots in words.</summary>
    public override string ToString() =>
        From is null ? $"{RotationPhases.NameOf(Phase)} (root {Root})" : $"{RotationPhases.NameOf(Phase)} (from root {From} to {Root})";

    internal static TrustState Create(RotationPhase phase, string? from, string root) => new(phase, from, root);
}
