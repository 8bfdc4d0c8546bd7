namespace Pulumi;

/// <summary>Code of the program that the engine calls around an operation on a resource; without an engine none can be made.</summary>
public class ResourceHook
{
    private protected ResourceHook(string name) => Name = name;

    public string Name { get; }
}
