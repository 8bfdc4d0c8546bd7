namespace Pulumi;

/// <summary>Which stack is referred to, where the name of the resource does not say it.</summary>
public class StackReferenceArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
