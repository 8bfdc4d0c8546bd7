using Pulumi;

namespace Sdk.Tests.Runs;

internal sealed class NestedArgs : ResourceArgs
{
    [Input("port", required: true)]
    public Input<int> Port { get; set; } = null!;

    [Input("name")]
    public Input<string>? Name { get; set; }
}
