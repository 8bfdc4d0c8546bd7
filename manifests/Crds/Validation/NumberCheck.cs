using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>minimum and maximum.</summary>
internal sealed class NumberCheck(double least, double most) : ISchemaCheck
{
    public static IEnumerable<ISchemaCheck> Compile(StructuralSchema schema) =>
        schema.Minimum is null && schema.Maximum is null
            ? []
            : [new NumberCheck(schema.Minimum ?? double.NegativeInfinity, schema.Maximum ?? double.PositiveInfinity)];

    public void Validate(object value, SchemaErrors errors)
    {
        var number = value switch
        {
            long whole => whole,
            double fraction => fraction,
            _ => least,
        };
        if (number < least || number > most)
        {
            errors.Add(SchemaRules.Value, string.Create(CultureInfo.InvariantCulture, $"{value} is not allowed; allowed: {Allowed()}"));
        }
    }

    private FormattableString Allowed() =>
        (double.IsFinite(least), double.IsFinite(most)) switch
        {
            (true, true) => $"{least} to {most}",
            (true, _) => $"{least} and more",
            _ => $"up to {most}",
        };
}
