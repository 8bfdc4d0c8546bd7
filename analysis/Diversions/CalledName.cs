using MeshStack.Analysis.Matrix.Hosts;

namespace MeshStack.Analysis.Diversions;

/// <summary>A name that somebody asks for.</summary>
/// <param name="Host">The name.</param>
/// <param name="Port">The port.</param>
/// <param name="Gateway">The name of the gateway that is connected to instead; null for none.</param>
internal readonly record struct CalledName(string Host, int Port, string? Gateway)
{
    public static CalledName From(HostPort asked) => new(asked.Host, asked.Port, asked.Gateway?.Host);
}
