using System.Globalization;

namespace MeshStack.Definition;

/// <summary>Days, as RFC 3339 writes them.</summary>
internal static class Days
{
    /// <summary>What a text of a day looks like.</summary>
    public const string Syntax = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    private const string Form = "yyyy-MM-dd";

    private static readonly string[] OtherForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d.M.yyyy"];

    /// <summary>The day that a text names; null where it names none.</summary>
    public static DateOnly? Of(string text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as it is written.</summary>
    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>What is said of a text that names no day.</summary>
    public static string Wrong(string text) => $"'{text}' is not a date: write YYYY-MM-DD, such as {Text(Meant(text) ?? new(2027, 1, 31))}";

    private static DateOnly? Meant(string text) =>
        DateOnly.TryParseExact(text.Split('T', ' ')[0], OtherForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
