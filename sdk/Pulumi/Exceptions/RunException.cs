namespace Pulumi;

/// <summary>End of a program with a message for its user instead of a stack trace.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames)
        => new($"[Output] {string.Join(", ", outputAttributeNames)} should have type Output<T>");
}
