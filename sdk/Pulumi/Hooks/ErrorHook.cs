namespace Pulumi;

/// <summary>Code of the program that the engine calls after a failed operation on a resource; without an engine none can be made.</summary>
public class ErrorHook
{
    private protected ErrorHook(string name) => Name = name;

    public string Name { get; }
}
