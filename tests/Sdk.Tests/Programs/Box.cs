using Pulumi;

namespace Sdk.Tests.Programs;

/// <summary>A component that runs a body with itself as the parent.</summary>
internal sealed class Box : ComponentResource
{
    public Box(string name, ComponentResourceOptions? options = null, Action<Box>? body = null)
        : base("test:index:Box", name, options)
    {
        body?.Invoke(this);
        RegisterOutputs();
    }
}
