using Pulumi;

namespace MeshStack;

/// <summary>Requests by method and path: one of the methods and one of the paths.</summary>
public sealed class AccessRuleArgs : ResourceArgs
{
    /// <summary>Name of the port of the service that is meant; required where the service has several.</summary>
    [Input("port")]
    public string? Port { get; set; }

    /// <summary>HTTP methods in upper case; <c>*</c> for all.</summary>
    /// <value>Defaults to all.</value>
    [Input("methods")]
    public List<string> Methods { get; set; } = [];

    /// <summary>Paths without query: exact, <c>/prefix*</c>, <c>*suffix</c>, or templates with <c>{*}</c> and <c>{**}</c>; <c>*</c> for
    /// all.</summary>
    /// <value>Defaults to all.</value>
    [Input("paths")]
    public List<string> Paths { get; set; } = [];
}
