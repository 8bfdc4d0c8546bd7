using Pulumi;

namespace Sdk.Tests.Runs;

/// <summary>A stack whose transformations note which resource they are called for.</summary>
internal sealed class TransformedStack : Stack
{
    public TransformedStack()
        : base(new StackOptions { ResourceTransformations = { Noting("stack") } })
        => _ = new Box("box", new() { ResourceTransformations = { Noting("box") } }, box =>
            _ = new Thing("thing", null, new() { Parent = box, ResourceTransformations = { Noting("own") } }));

    public static List<string> Calls { get; } = [];

    private static ResourceTransformation Noting(string name) => args =>
    {
        Calls.Add($"{name} for {args.Resource.GetResourceName()}");
        return null;
    };
}
