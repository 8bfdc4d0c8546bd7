using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>One document of the mesh folder: what somebody wants of one service or for one caller.</summary>
/// <typeparam name="TIntent">What is wanted.</typeparam>
/// <param name="Name">Name of the component that fulfils it.</param>
/// <param name="Location">File and line of the document.</param>
/// <param name="Args">What is wanted.</param>
public sealed record Intent<TIntent>(string Name, SourceLocation Location, TIntent Args) : Intent(Name, Location);
