using Pulumi;

namespace Sdk.Tests.Programs;

/// <summary>A component of another type, with args.</summary>
internal sealed class Crate : ComponentResource
{
    public Crate(string name, ResourceArgs? args = null, ComponentResourceOptions? options = null, Action<Crate>? body = null)
        : base("test:pack:Crate", name, args, options)
    {
        body?.Invoke(this);
        RegisterOutputs();
    }
}
