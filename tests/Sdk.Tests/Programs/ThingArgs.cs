using Pulumi;

namespace Sdk.Tests.Programs;

internal sealed class ThingArgs : ResourceArgs
{
    [Input("names")]
    private InputList<string>? _names;

    [Input("labels")]
    private InputMap<string>? _labels;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("ratio")]
    public Input<double>? Ratio { get; set; }

    [Input("any")]
    public Input<object>? Any { get; set; }

    [Input("nested")]
    public Input<NestedArgs>? Nested { get; set; }

    public InputList<string> Names
    {
        get => _names ??= [];
        set => _names = value;
    }

    public InputMap<string> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }
}
