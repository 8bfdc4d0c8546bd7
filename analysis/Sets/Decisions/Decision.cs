using System.Collections.Immutable;
using MeshStack.Analysis.Sets.Texts;

namespace MeshStack.Analysis.Sets.Decisions;

/// <summary>A set of requests, decided part by part in the order of the parts.</summary>
/// <remarks>
/// A decision diagram over sets of values: the branches of a place share no value and lead to different sets, values on no branch lead to
/// nothing, and a part that does not matter has no place. So there is one diagram for each set (as for MTBDDs, Bryant 1986).
/// </remarks>
internal sealed class Decision : IEquatable<Decision>
{
    // Beyond that, nobody could read the set, and the next operation could take minutes.
    private const long MostPlaces = 10_000;

    public static readonly Decision Never = new(null, []);

    public static readonly Decision Always = new(null, []);

    private readonly int _hash;
    private readonly long _places;

    private Decision(Dimension? dimension, ImmutableArray<Branch> branches)
    {
        (Dimension, Branches) = (dimension, branches);
        _places = 1 + branches.Sum(branch => branch.Next._places);
        _hash = branches.Aggregate(
            dimension is null ? 1 : (int)dimension.Kind + 2,
            (hash, branch) => unchecked((((hash * 31) + branch.Slice.GetHashCode()) * 31) + branch.Next._hash)
        );
    }

    /// <summary>What is decided here; null at the ends.</summary>
    public Dimension? Dimension { get; }

    public ImmutableArray<Branch> Branches { get; }

    public bool IsNever => ReferenceEquals(this, Never);

    public bool IsAlways => ReferenceEquals(this, Always);

    /// <summary>Decides by a part; the branches must share no value.</summary>
    public static Decision From(Dimension dimension, IEnumerable<Branch> branches)
    {
        Branch[] leading = [.. branches.Where(branch => !branch.Slice.IsEmpty && !branch.Next.IsNever)];
        var merged = leading.Length > 1 ? Merged(leading) : leading;
        if (merged.Length == 0)
        {
            return Never;
        }

        if (merged.Length == 1 && merged[0].Slice.Equals(dimension.All))
        {
            return merged[0].Next;
        }

        Array.Sort(merged, (one, two) => one.Slice.CompareTo(two.Slice));
        var decision = new Decision(dimension, [.. merged]);
        return decision._places <= MostPlaces
            ? decision
            : throw new SetLimitException(
                FormattableString.Invariant(
                    $"The conditions tell more than {MostPlaces:N0} kinds of requests apart; at most that many are worked out."
                )
            );
    }

    public static Decision From(Dimension dimension, ISlice slice) =>
        From(dimension, [new Branch(slice.Combine(SetOperation.Intersect, dimension.All), Always)]);

    private static Branch[] Merged(Branch[] branches) =>
        [
            .. from branch in branches
            group branch.Slice by branch.Next into same
            select new Branch(Halves.Combine([.. same], same.First(), (one, two) => one.Combine(SetOperation.Union, two)), same.Key),
        ];

    public bool Contains(SampleRequest request)
    {
        var decision = this;
        while (decision.Dimension is { } dimension)
        {
            decision = decision.Branches.FirstOrDefault(branch => dimension.Contains(branch.Slice, request)).Next ?? Never;
        }

        return decision.IsAlways;
    }

    /// <summary>What is left to decide once one part is known.</summary>
    public Decision Given(Dimension part, SampleRequest request)
    {
        if (Dimension is null || Dimension.CompareTo(part) > 0)
        {
            return this;
        }

        return Dimension == part
            ? Branches.FirstOrDefault(branch => part.Contains(branch.Slice, request)).Next ?? Never
            : From(Dimension, Branches.Select(branch => branch with { Next = branch.Next.Given(part, request) }));
    }

    /// <summary>Whether a part matters.</summary>
    public bool Tells(Dimension part) =>
        Dimension is not null && (Dimension == part || (Dimension.CompareTo(part) < 0 && Branches.Any(branch => branch.Next.Tells(part))));

    /// <summary>The values of a part that some request of the set has.</summary>
    public ISlice Project(Dimension onto)
    {
        var none = onto.All.Combine(SetOperation.Except, onto.All);
        if (IsNever)
        {
            return none;
        }

        if (Dimension is null || Dimension.CompareTo(onto) > 0)
        {
            return onto.All;
        }

        var isIt = Dimension.Equals(onto);
        return Branches
            .Select(branch => isIt ? branch.Slice : branch.Next.Project(onto))
            .Aggregate(none, (one, two) => one.Combine(SetOperation.Union, two));
    }

    public bool Equals(Decision? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && _hash == other._hash
            && Dimension is not null
            && Dimension == other.Dimension
            && Branches.AsSpan().SequenceEqual(other.Branches.AsSpan())
        );

    public override bool Equals(object? obj) => Equals(obj as Decision);

    public override int GetHashCode() => _hash;
}
