namespace MeshStack.Cli.Review;

/// <summary>What is reviewed: a stack, or a folder of manifests.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsThere">True where there is such a thing now.</param>
/// <param name="WasThere">True where there was one before.</param>
/// <param name="Read">Reads it from a folder that has the files of one side.</param>
internal sealed record ReviewSubject(string Name, bool IsThere, bool WasThere, Func<string, ReviewedMesh> Read);
