using System.Collections;
using MeshStack.Analysis.Sets.Decisions;

namespace MeshStack.Analysis.Sets.Claims;

/// <summary>A set of claims, each a list of texts of which only counts what is in it.</summary>
/// <remarks>
/// Texts that the set does not tell apart are one class, and a truth table says for which of the classes present in a list the list is
/// taken. With
/// as few classes as can be, in their order, there is one such form for each set. The table doubles with each class: hence the limit.
/// </remarks>
internal sealed class ClaimSet : ISlice, IEquatable<ClaimSet>
{
    public const int MostClasses = 16;

    public static readonly ClaimSet Everything = new([], new BitArray(1, true));

    public static readonly ClaimSet Nothing = new([], new BitArray(1, false));

    public ClaimSet(TextSet[] classes, BitArray table) => (Classes, Table) = (classes, table);

    /// <summary>The texts that matter, told apart.</summary>
    public TextSet[] Classes { get; }

    /// <summary>Whether a list is taken that has texts of just the classes whose bits the index has.</summary>
    public BitArray Table { get; }

    public bool IsEmpty => Classes.Length == 0 && !Table[0];

    /// <summary>The lists of which some text is in the set.</summary>
    public static ClaimSet Some(TextSet texts) => texts.IsEmpty ? Nothing : new([texts], new BitArray(new[] { false, true }));

    public ISlice Combine(SetOperation operation, ISlice other)
    {
        var right = (ClaimSet)other;
        var classes = ClaimClasses.Refine(Classes, right.Classes);
        if (classes.Count > MostClasses)
        {
            throw new SetLimitException(
                $"The conditions on one claim tell more than {MostClasses} kinds of values apart; at most that many are allowed."
            );
        }

        var leftMasks = ClaimClasses.Masks(classes, Classes);
        var rightMasks = ClaimClasses.Masks(classes, right.Classes);
        var table = new BitArray(1 << classes.Count);
        for (var present = 0; present < table.Length; present++)
        {
            table[present] = operation.Holds(
                Table[ClaimClasses.Project(present, leftMasks)],
                right.Table[ClaimClasses.Project(present, rightMasks)]
            );
        }

        return ClaimClasses.Reduce(classes, table);
    }

    public bool Overlaps(ISlice other) => !Combine(SetOperation.Intersect, other).IsEmpty;

    public bool Contains(IEnumerable<string> texts)
    {
        var present = 0;
        foreach (var text in texts)
        {
            for (var index = 0; index < Classes.Length; index++)
            {
                present |= Classes[index].Contains(text) ? 1 << index : 0;
            }
        }

        return Table[present];
    }

    /// <summary>A list with as few texts as can be, or null where there is none.</summary>
    public IReadOnlyList<string>? Witness()
    {
        var taken = Enumerable.Range(0, Table.Length).Where(present => Table[present]).ToArray();
        return taken.Length == 0
            ? null
            : [.. Present(taken.MinBy(present => (int.PopCount(present), present))).Select(index => Classes[index].Witness()!)];
    }

    public bool Equals(ClaimSet? other) =>
        other is not null && Classes.AsSpan().SequenceEqual(other.Classes) && Table.Cast<bool>().SequenceEqual(other.Table.Cast<bool>());

    public override bool Equals(object? obj) => Equals(obj as ClaimSet);

    public override int GetHashCode() => Classes.Aggregate(Table.Length, (hash, texts) => unchecked((hash * 31) + texts.GetHashCode()));

    public int CompareTo(ISlice other)
    {
        var right = (ClaimSet)other;
        var order = Classes.Length.CompareTo(right.Classes.Length);
        for (var index = 0; order == 0 && index < Classes.Length; index++)
        {
            order = Classes[index].CompareTo(right.Classes[index]);
        }

        return order != 0
            ? order
            : Table
                .Cast<bool>()
                .Zip(right.Table.Cast<bool>(), (one, two) => one.CompareTo(two))
                .FirstOrDefault(difference => difference != 0);
    }

    public override string ToString() => ClaimRendering.Of(this);

    private IEnumerable<int> Present(int present) => Enumerable.Range(0, Classes.Length).Where(index => (present & (1 << index)) != 0);
}
