using System.Collections.Immutable;

namespace MeshStack.Analysis.Sets.Decisions;

/// <summary>Combines two sets of requests, part by part.</summary>
internal static class DecisionProduct
{
    private static readonly BoundedCache<(SetOperation Operation, Decision Left, Decision Right), Decision> Combined = new();

    public static Decision Of(SetOperation operation, Decision left, Decision right) =>
        Shortcut(operation, left, right)
        ?? Combined.Of((operation, left, right), static key => Combine(key.Operation, key.Left, key.Right));

    private static Decision? Shortcut(SetOperation operation, Decision left, Decision right) =>
        operation switch
        {
            _ when left.Equals(right) => operation == SetOperation.Except ? Decision.Never : left,
            SetOperation.Union => left.IsNever || right.IsAlways ? right
            : right.IsNever || left.IsAlways ? left
            : null,
            SetOperation.Intersect => left.IsNever || right.IsAlways ? left
            : right.IsNever || left.IsAlways ? right
            : null,
            _ => left.IsNever || right.IsAlways ? Decision.Never
            : right.IsNever ? left
            : null,
        };

    private static Decision Combine(SetOperation operation, Decision left, Decision right)
    {
        var dimension = right.Dimension is null || left.Dimension?.CompareTo(right.Dimension) < 0 ? left.Dimension! : right.Dimension;
        var rights = Branches(right, dimension);
        var rest = operation == SetOperation.Union ? rights.Select(branch => branch.Slice).ToArray() : null;
        var combined = new List<Branch>();
        foreach (var (slice, next) in Branches(left, dimension))
        {
            // What leads nowhere is not worked out.
            var alone = operation == SetOperation.Intersect ? null : slice;
            for (var index = 0; index < rights.Length; index++)
            {
                var other = rights[index].Slice;
                if (!slice.Overlaps(other))
                {
                    continue;
                }

                var both = Of(operation, next, rights[index].Next);
                if (!both.IsNever)
                {
                    combined.Add(new(slice.Combine(SetOperation.Intersect, other), both));
                }

                alone = alone?.Combine(SetOperation.Except, other);
                if (rest is not null)
                {
                    rest[index] = rest[index].Combine(SetOperation.Except, slice);
                }
            }

            if (alone is not null)
            {
                combined.Add(new(alone, next));
            }
        }

        combined.AddRange(rest?.Select((slice, index) => new Branch(slice, rights[index].Next)) ?? []);
        return Decision.From(dimension, combined);
    }

    private static ImmutableArray<Branch> Branches(Decision decision, Dimension dimension) =>
        decision.Dimension == dimension ? decision.Branches : [new Branch(dimension.All, decision)];
}
