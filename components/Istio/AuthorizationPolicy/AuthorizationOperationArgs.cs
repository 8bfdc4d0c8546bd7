using Pulumi;

namespace MeshStack.Istio;

/// <summary>Properties of a request, all of which must hold; not empty.</summary>
public sealed class AuthorizationOperationArgs : ResourceArgs
{
    [Input("hosts")]
    private InputList<string>? _hosts;

    /// <summary>Hosts, any case, with "*" at one end.</summary>
    public InputList<string> Hosts
    {
        get => _hosts ??= new();
        set => _hosts = value;
    }

    [Input("notHosts")]
    private InputList<string>? _notHosts;

    /// <summary>Hosts that do not match.</summary>
    public InputList<string> NotHosts
    {
        get => _notHosts ??= new();
        set => _notHosts = value;
    }

    [Input("ports")]
    private InputList<string>? _ports;

    /// <summary>Ports of the workload, as text.</summary>
    public InputList<string> Ports
    {
        get => _ports ??= new();
        set => _ports = value;
    }

    [Input("notPorts")]
    private InputList<string>? _notPorts;

    /// <summary>Ports that do not match, as text.</summary>
    public InputList<string> NotPorts
    {
        get => _notPorts ??= new();
        set => _notPorts = value;
    }

    [Input("methods")]
    private InputList<string>? _methods;

    /// <summary>HTTP methods, case-sensitive.</summary>
    public InputList<string> Methods
    {
        get => _methods ??= new();
        set => _methods = value;
    }

    [Input("notMethods")]
    private InputList<string>? _notMethods;

    /// <summary>HTTP methods that do not match.</summary>
    public InputList<string> NotMethods
    {
        get => _notMethods ??= new();
        set => _notMethods = value;
    }

    [Input("paths")]
    private InputList<string>? _paths;

    /// <summary>Paths without query, with "*" at one end or the segments "{*}" and "{**}".</summary>
    public InputList<string> Paths
    {
        get => _paths ??= new();
        set => _paths = value;
    }

    [Input("notPaths")]
    private InputList<string>? _notPaths;

    /// <summary>Paths that do not match.</summary>
    public InputList<string> NotPaths
    {
        get => _notPaths ??= new();
        set => _notPaths = value;
    }
}
