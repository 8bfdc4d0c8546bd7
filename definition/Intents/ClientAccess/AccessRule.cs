namespace MeshStack.Definition;

/// <summary>Requests by method and path: one of the methods and one of the paths.</summary>
public sealed record AccessRule
{
    /// <summary>HTTP methods in upper case; <c>*</c> for all.</summary>
    /// <value>Defaults to all.</value>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Paths without query: exact, <c>/prefix*</c>, <c>*suffix</c>, or templates with <c>{*}</c> and <c>{**}</c>; <c>*</c> for all.</summary>
    /// <value>Defaults to all.</value>
    public IReadOnlyList<string> Paths { get; init; } = [];
}
