using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Requests by method and path: one of the methods and one of the paths.</summary>
public sealed record AccessRule
{
    /// <summary>Name of the port of the service that is meant.</summary>
    /// <value>Required where the service has <see cref="InboundServiceIntent.Ports"/>, which none has a name without.</value>
    [Key("name of the service's port that they are for", Default = "required where the service has `ports`")]
    public string? Port { get; init; }

    /// <summary>HTTP methods in upper case; <c>*</c> for all.</summary>
    /// <value>Defaults to all.</value>
    [Key(
        "HTTP methods in upper case; `[\"*\"]` allows everything, and has to be written",
        Default = "all, where there are `paths`; not for a port of TCP or TLS",
        AllowedBy = typeof(HttpMethods)
    )]
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Paths without query: exact, <c>/prefix*</c>, <c>*suffix</c>, or templates with <c>{*}</c> and <c>{**}</c>; <c>*</c> for
    /// all.</summary>
    /// <value>Defaults to all.</value>
    [Key(
        "paths without query: exact, `/prefix*`, `*suffix`, or templates: `{*}` is one segment, `{**}` any number",
        Default = "all, where there are `methods`; not for a port of TCP or TLS"
    )]
    public IReadOnlyList<string> Paths { get; init; } = [];
}
