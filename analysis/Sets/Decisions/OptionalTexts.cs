namespace MeshStack.Analysis.Sets.Decisions;

/// <summary>The values of something that has one text, or none at all.</summary>
internal sealed record OptionalTexts(bool IsAbsentTaken, TextSet Texts) : ISlice
{
    public static readonly OptionalTexts Absent = new(IsAbsentTaken: true, TextSet.Nothing);

    public bool IsEmpty => !IsAbsentTaken && Texts.IsEmpty;

    public ISlice Combine(SetOperation operation, ISlice other)
    {
        var (absent, texts) = (OptionalTexts)other;
        return new OptionalTexts(
            operation.Holds(IsAbsentTaken, absent),
            operation switch
            {
                SetOperation.Union => Texts.Union(texts),
                SetOperation.Intersect => Texts.Intersect(texts),
                _ => Texts.Except(texts),
            }
        );
    }

    public bool Overlaps(ISlice other)
    {
        var (absent, texts) = (OptionalTexts)other;
        return (IsAbsentTaken && absent) || Texts.Overlaps(texts);
    }

    public int CompareTo(ISlice other)
    {
        var (absent, texts) = (OptionalTexts)other;
        return IsAbsentTaken == absent ? Texts.CompareTo(texts)
            : IsAbsentTaken ? -1
            : 1;
    }

    public bool Contains(string? text) => text is null ? IsAbsentTaken : Texts.Contains(text);
}
