using Pulumi;

namespace Sdk.Tests.Programs;

internal sealed class WidgetSpecArgs : ResourceArgs
{
    [Input("selector")]
    private InputMap<string>? _selector;

    [Input("ports")]
    private InputList<NestedArgs>? _ports;

    [Input("config")]
    public Input<Dictionary<string, object>>? Config { get; set; }

    public InputMap<string> Selector
    {
        get => _selector ??= [];
        set => _selector = value;
    }

    public InputList<NestedArgs> Ports
    {
        get => _ports ??= [];
        set => _ports = value;
    }
}
