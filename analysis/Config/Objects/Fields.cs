using System.Globalization;
using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Config.Objects;

/// <summary>Reads of fields as they are needed where any shape of a manifest must be answered.</summary>
internal static class Fields
{
    /// <summary>The texts of a list; other items are left out.</summary>
    public static IReadOnlyList<string> Texts(this Field list) => [.. list.Items.Select(Scalar).OfType<string>()];

    /// <summary>The text entries of a dictionary.</summary>
    public static IReadOnlyDictionary<string, string> Map(this Field map) =>
        map
            .Entries.Select(entry => (entry.Name, Text: entry.Scalar()))
            .Where(entry => entry.Text is not null)
            .ToDictionary(entry => entry.Name, entry => entry.Text!, StringComparer.Ordinal);

    /// <summary>The text entries of a dictionary that no mask hides.</summary>
    public static IReadOnlyDictionary<string, string> Shown(this Field map) =>
        map.Map().Where(entry => !Mask.IsIn(entry.Key) && !Mask.IsIn(entry.Value)).ToDictionary(StringComparer.Ordinal);

    /// <summary>A text, number or boolean as text, or null.</summary>
    public static string? Scalar(this Field field) =>
        field.Value switch
        {
            string text => text,
            long number => number.ToString(CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            _ => null,
        };

    /// <summary>A port number, or null where the value is none.</summary>
    public static int? Port(this Field field) => field.Integer is { } number && PortNumber.IsValid(number) ? (int)number : null;

    public static Field Metadata(this Manifest manifest) => Field.From(manifest.Body)["metadata"];

    public static Field Labels(this Manifest manifest) => manifest.Metadata()["labels"];

    public static Field Annotations(this Manifest manifest) => manifest.Metadata()["annotations"];
}
