namespace MeshStack.Infra.Tests.Rendering;

/// <summary>What an API server, Helm or a control plane would not take, or not now.</summary>
internal sealed class RefusedException(string message) : Exception(message);
