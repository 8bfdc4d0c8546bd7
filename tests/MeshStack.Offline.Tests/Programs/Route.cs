using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace MeshStack.Offline.Tests.Programs;

public sealed class RouteArgs() : CustomResourceArgs("example.io/v1", "Route")
{
    [Input("spec")]
    public Input<RouteSpecArgs>? Spec { get; set; }
}

public sealed class RouteSpecArgs : ResourceArgs
{
    [Input("hosts")]
    private InputList<string>? _hosts;

    [Input("labels")]
    private InputMap<string>? _labels;

    [Input("backends")]
    private InputList<BackendArgs>? _backends;

    [Input("host")]
    public Input<string>? Host { get; set; }

    [Input("port")]
    public Input<int>? Port { get; set; }

    [Input("ratio")]
    public Input<double>? Ratio { get; set; }

    [Input("config")]
    public Input<Dictionary<string, object>>? Config { get; set; }

    public InputList<string> Hosts
    {
        get => _hosts ??= [];
        set => _hosts = value;
    }

    public InputMap<string> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }

    public InputList<BackendArgs> Backends
    {
        get => _backends ??= [];
        set => _backends = value;
    }
}

public sealed class BackendArgs : ResourceArgs
{
    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("weight")]
    public Input<int>? Weight { get; set; }
}

/// <summary>A typed custom resource as users write them.</summary>
public sealed class Route(string name, RouteArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options)
{
    [Output("spec")]
    public Output<System.Collections.Immutable.ImmutableDictionary<string, object>> Spec { get; private set; } = null!;
}
