using Pulumi;

namespace MeshStack.Offline.Tests.Programs;

/// <summary>A component that runs a body with itself.</summary>
public sealed class Box : ComponentResource
{
    public Box(string name, Action<Box>? body = null, ComponentResourceOptions? options = null, string type = "test:index:Box")
        : base(type, name, options)
    {
        body?.Invoke(this);
        RegisterOutputs();
    }
}
