namespace MeshStack.Analysis.Model;

/// <summary>Whether a request gets through, and the chain of objects that decides it.</summary>
public abstract record Verdict
{
    private protected Verdict() { }

    /// <summary>The step that decides.</summary>
    public required AccessStep Step { get; init; }

    /// <summary>Why, in a sentence without its end.</summary>
    public required string Reason { get; init; }

    /// <summary>The objects that decide.</summary>
    public required IReadOnlyList<Cause> Because { get; init; }

    /// <summary>Every step up to the one that decides.</summary>
    public required IReadOnlyList<TraceStep> Trace { get; init; }

    /// <summary>What the manifests leave open and the verdict takes for granted.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>
    /// What keeps the request away, in the order of the wire, once each step that refuses it lets it through: the first is the step that
    /// decides. None where it is not refused. More than the first where an explanation was asked for.
    /// </summary>
    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];

    /// <summary>
    /// What would keep an allowed request away, each by itself: that the rules which let it through at a proxy were not there, or that an
    /// object were there which is not. Where an explanation was asked for; none where no proxy of the server asks anything.
    /// </summary>
    public IReadOnlyList<TraceStep> ClosedBy { get; init; } = [];

    /// <summary>The copies that proxies on the way send elsewhere.</summary>
    public IReadOnlyList<MirroredRequest> Mirrored { get; init; } = [];

    /// <summary>What becomes of each of the requests, where the verdict is on more than one.</summary>
    internal IRequestOutcome? Outcome { get; init; }

    internal bool IsRefusal => this is Denied or Unreachable;

    /// <summary>allowed, denied, unreachable or undecided.</summary>
    public abstract string Decision { get; }

    /// <summary>The request reaches the server.</summary>
    public sealed record Allowed : Verdict
    {
        /// <inheritdoc/>
        public override string Decision => "allowed";
    }

    /// <summary>A policy refuses the request.</summary>
    public sealed record Denied : Verdict
    {
        /// <inheritdoc/>
        public override string Decision => "denied";
    }

    /// <summary>The request does not get as far as a server that could refuse it.</summary>
    public sealed record Unreachable : Verdict
    {
        /// <inheritdoc/>
        public override string Decision => "unreachable";

        /// <summary>Whether a proxy answers, as a route tells it to.</summary>
        internal bool IsAnswered { get; init; }
    }

    /// <summary>The manifests do not decide.</summary>
    public sealed record Undecided : Verdict
    {
        /// <inheritdoc/>
        public override string Decision => "undecided";
    }
}
