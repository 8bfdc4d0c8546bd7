using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Requests by method and path: one of the methods and one of the paths.</summary>
public sealed record AccessRule
{
    /// <summary>HTTP methods in upper case; <c>*</c> for all.</summary>
    /// <value>Defaults to all.</value>
    [Key(
        "HTTP methods in upper case; `[\"*\"]` allows everything, and has to be written",
        Default = "all, where there are `paths`",
        AllowedBy = typeof(HttpMethods)
    )]
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Paths without query: exact, <c>/prefix*</c>, <c>*suffix</c>, or templates with <c>{*}</c> and <c>{**}</c>; <c>*</c> for
    /// all.</summary>
    /// <value>Defaults to all.</value>
    [Key(
        "paths without query: exact, `/prefix*`, `*suffix`, or templates: `{*}` is one segment, `{**}` any number",
        Default = "all, where there are `methods`"
    )]
    public IReadOnlyList<string> Paths { get; init; } = [];
}
