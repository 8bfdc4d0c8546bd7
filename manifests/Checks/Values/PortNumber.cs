namespace MeshStack.Manifests;

/// <summary>Port numbers, 1 to 65535.</summary>
internal static class PortNumber
{
    public static bool IsValid(long number) => number is >= 1 and <= 65535;

    /// <summary>The problem of a field that holds no number in range, if it does not; a placeholder stands for one.</summary>
    public static IEnumerable<Problem> CheckGiven(Field field, string what)
    {
        if (field.Text is null && !IsValid(field.Integer ?? 0))
        {
            yield return new(field, $"{what} is {field.Value ?? "missing"}; ports are 1 to 65535.");
        }
    }

    /// <summary>The problem of a field that holds a number out of range, if it does.</summary>
    public static IEnumerable<Problem> Check(Field field, string what)
    {
        if (field.Integer is { } number && !IsValid(number))
        {
            yield return new(field, $"{what} is {number}; ports are 1 to 65535.");
        }
    }
}
