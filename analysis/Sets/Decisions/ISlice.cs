namespace MeshStack.Analysis.Sets.Decisions;

/// <summary>A set of the values that one part of a request can have; equal sets are equal objects.</summary>
internal interface ISlice
{
    public bool IsEmpty { get; }

    public ISlice Combine(SetOperation operation, ISlice other);

    public bool Overlaps(ISlice other);

    /// <summary>An order of its own, the same in every run.</summary>
    public int CompareTo(ISlice other);
}
