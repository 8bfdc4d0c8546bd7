using MeshStack.Istio;
using Pulumi;

namespace MeshStack;

/// <summary>Which requests a route takes: those for which all of it holds.</summary>
public sealed class RouteMatchArgs : ResourceArgs
{
    /// <summary>The path, without query.</summary>
    [Input("path")]
    public StringMatchArgs? Path { get; set; }

    /// <summary>Whether upper and lower case of the path are the same; not with an expression.</summary>
    [Input("ignorePathCase")]
    public bool? IgnorePathCase { get; set; }

    /// <summary>HTTP methods in upper case, of which one is asked with.</summary>
    [Input("methods")]
    public List<string> Methods { get; set; } = [];

    /// <summary>Headers by name, all of which are as said.</summary>
    [Input("headers")]
    public Dictionary<string, StringMatchArgs>? Headers { get; set; }

    /// <summary>Headers by name, none of which is as said.</summary>
    [Input("withoutHeaders")]
    public Dictionary<string, StringMatchArgs>? WithoutHeaders { get; set; }

    /// <summary>A cookie by its name; at most one.</summary>
    [Input("cookies")]
    public Dictionary<string, StringMatchArgs>? Cookies { get; set; }

    /// <summary>Query parameters by name, all of which are as said.</summary>
    [Input("query")]
    public Dictionary<string, StringMatchArgs>? Query { get; set; }

    /// <summary>Name of the port of the service that is asked for, where it has several.</summary>
    [Input("port")]
    public string? Port { get; set; }
}
