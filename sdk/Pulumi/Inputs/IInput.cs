using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An input of any type.</summary>
internal interface IInput
{
    public IOutput ToOutput();

    /// <summary>The value in its wire form.</summary>
    public object? Write(Serializer serializer);
}
