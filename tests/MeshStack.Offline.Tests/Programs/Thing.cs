using Pulumi;

namespace MeshStack.Offline.Tests.Programs;

public sealed class ThingArgs : ResourceArgs
{
    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("other")]
    public Input<string>? Other { get; set; }

    [Input("map")]
    public InputMap<object>? Map { get; set; }
}

/// <summary>A resource of another package than Kubernetes.</summary>
public sealed class Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null, string type = "test:index:Thing")
    : CustomResource(type, name, args, options)
{
    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("address")]
    public Output<string> Address { get; private set; } = null!;

    [Output("size")]
    public Output<int> Size { get; private set; } = null!;
}
