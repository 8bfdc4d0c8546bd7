namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>The engine as a program sees it.</summary>
internal interface IResourceMonitor
{
    /// <summary>True in a preview.</summary>
    public bool IsPreview { get; }

    /// <summary>Registers a resource, or reads it where the goal says so.</summary>
    public RegisterResult RegisterResource(Goal goal);

    public void RegisterResourceOutputs(string urn, PropertyMap outputs);

    /// <summary>Calls a function of the engine itself.</summary>
    public PropertyMap Invoke(string token, PropertyMap args);

    public void Warn(string message);
}

/// <summary>A program: whatever registers resources. What it throws, it failed with.</summary>
internal interface IProgram
{
    public void Run(IResourceMonitor monitor);
}
