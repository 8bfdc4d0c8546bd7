namespace MeshStack.Analysis.Access;

/// <summary>A port of a service.</summary>
internal sealed record ServicePort(int Number, string Name, ServiceProtocol.Kind Protocol, TargetPort Target);
