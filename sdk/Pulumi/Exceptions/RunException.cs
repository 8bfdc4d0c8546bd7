namespace Pulumi;

/// <summary>End of a program with a message for its user instead of a stack trace.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : base(message) { }

    public RunException(string message, Exception? innerException)
        : base(message, innerException) { }

    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) =>
        new(
            $"Output(s) {Quoted(outputAttributeNames)} have incorrect type. [Output] attributed properties must be instances of Output<T>."
        );

    internal static RunException OutputsAreUnassigned(IEnumerable<string> outputAttributeNames) =>
        new(
            $"Output(s) {Quoted(outputAttributeNames)} have no value assigned. [Output] attributed properties must be assigned inside "
                + "Stack constructor."
        );

    private static string Quoted(IEnumerable<string> names) => $"'{string.Join(", ", names)}'";
}
