namespace Pulumi.Serialization;

/// <summary>Values as they travel, boxed once where they are frequent.</summary>
internal static class Wire
{
    /// <summary>Text that stands for an unknown value.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>Key whose presence makes an object a special one.</summary>
    public const string Signature = "4dabf18193072939515e22adb298388d";

    /// <summary>Signature of an object that wraps a secret.</summary>
    public const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] SmallNumbers = [.. Enumerable.Range(0, 256).Select(number => (object)(double)number)];

    public static object Box(bool value) => value ? True : False;

    public static object Box(int value) => (uint)value < (uint)SmallNumbers.Length ? SmallNumbers[value] : (double)value;
}
