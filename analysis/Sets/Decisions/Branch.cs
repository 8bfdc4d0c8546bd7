namespace MeshStack.Analysis.Sets.Decisions;

/// <summary>What is still to be decided for these values.</summary>
internal readonly record struct Branch(ISlice Slice, Decision Next);
