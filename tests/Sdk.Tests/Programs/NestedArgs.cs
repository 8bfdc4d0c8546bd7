using Pulumi;

namespace Sdk.Tests.Programs;

internal class NestedArgs : ResourceArgs
{
    [Input("tags")]
    private InputList<string>? _tags;

    [Input("port", required: true)]
    public Input<int> Port { get; set; } = null!;

    [Input("the-name/on.the_wire")]
    public Input<string>? Name { get; set; }

    [Input("inner")]
    public Input<NestedArgs>? Inner { get; set; }

    public InputList<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }
}
