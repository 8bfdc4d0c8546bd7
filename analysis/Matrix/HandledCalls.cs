using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;

namespace MeshStack.Analysis.Matrix;

/// <summary>What becomes of the calls of some callers to one name, by where they go and what is done with them.</summary>
internal sealed class HandledCalls
{
    private readonly Dictionary<CallKey, Handled> _handled = [];

    public HandledCalls(AccessMatrix matrix, AskedQuestion question)
    {
        Question = question;
        foreach (var one in question.Trace.Handlings)
        {
            var key = one.End.Workload is { } workload
                ? new CallKey(
                    one.Effect,
                    matrix.TargetOf(workload, one.End.Port, question.Asked.Host).ToString(),
                    $"{workload.Namespace}/{workload.ServiceAccount}"
                )
                : new CallKey(one.Effect, one.End.What, one.End.Value ?? "");
            _handled[key] = _handled.TryGetValue(key, out var known) ? known.And(one) : new(one.Requests, one.Because, one.IsPerhaps);
        }
    }

    public AskedQuestion Question { get; }

    public IEnumerable<CallKey> Keys => _handled.Keys;

    /// <summary>The requests that go anywhere.</summary>
    public RequestSet Sent => RequestSet.Union(_handled.Where(one => one.Key.Effect == CallEffect.Sent).Select(one => one.Value.Requests));

    public Handled? Of(CallKey key) => _handled.GetValueOrDefault(key);

    /// <summary>True where both say the same of the same requests.</summary>
    public bool IsLike(HandledCalls other) =>
        _handled.Count == other._handled.Count
        && _handled.All(one => other._handled.TryGetValue(one.Key, out var same) && one.Value.Requests.Equals(same.Requests));

    /// <summary>What becomes of calls.</summary>
    /// <param name="Effect">What proxies do.</param>
    /// <param name="What">Where they go, or what is made of them.</param>
    /// <param name="Whom">What tells it from others that read alike: the account of the workload, or what is not said.</param>
    internal sealed record CallKey(CallEffect Effect, string What, string Whom);

    /// <summary>Requests of which the same becomes.</summary>
    internal sealed record Handled(RequestSet Requests, IReadOnlyList<Cause> Because, bool IsPerhaps)
    {
        public Handled And(CallHandling other) =>
            new(
                ReferenceEquals(Requests, other.Requests) ? Requests : Requests.Union(other.Requests),
                [.. Because.Concat(other.Because).Distinct()],
                IsPerhaps && other.IsPerhaps
            );
    }
}
