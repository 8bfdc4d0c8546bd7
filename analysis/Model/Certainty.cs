namespace MeshStack.Analysis.Model;

/// <summary>Yes, no, or not to be decided, with the reason.</summary>
internal readonly record struct Certainty
{
    private Certainty(bool? value, string? why)
    {
        Value = value;
        Why = why;
    }

    public static Certainty Yes { get; } = new(true, null);

    public static Certainty No { get; } = new(false, null);

    public bool? Value { get; }

    public string? Why { get; }

    public bool IsYes => Value == true;

    public bool IsNo => Value == false;

    public static Certainty Unknown(string why) => new(null, why);

    public static Certainty From(bool value) => value ? Yes : No;

    public static Certainty operator !(Certainty certainty) => certainty.Value is { } value ? From(!value) : certainty;

    /// <summary>No where any is no; else unknown where any is unknown.</summary>
    public static Certainty All<T>(IEnumerable<T> items, Func<T, Certainty> test)
    {
        var result = Yes;
        foreach (var item in items)
        {
            var one = test(item);
            if (one.IsNo)
            {
                return No;
            }

            result = result.IsYes ? one : result;
        }

        return result;
    }

    /// <summary>Yes where any is yes; else unknown where any is unknown.</summary>
    public static Certainty Any<T>(IEnumerable<T> items, Func<T, Certainty> test)
    {
        var result = No;
        foreach (var item in items)
        {
            var one = test(item);
            if (one.IsYes)
            {
                return Yes;
            }

            result = result.IsNo ? one : result;
        }

        return result;
    }

    public Certainty And(Certainty other) =>
        IsNo || other.IsNo ? No
        : IsYes ? other
        : this;

    public Certainty LogicalNot() => !this;
}
