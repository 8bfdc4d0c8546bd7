using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace Sdk.Tests.Programs;

/// <summary>
/// Values in one line: texts in quotes, a double with its point, maps with sorted keys, a resource in angle brackets;
/// an output says before its value whether it is unknown or secret.
/// </summary>
internal static class Text
{
    /// <summary>The text of what the mocks are given, which has to be of the few types that travel.</summary>
    public static string OfWire(object? value)
    {
        AssertTravels(value);
        return Of(value);
    }

    /// <summary>The text of any value.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => $"'{text}'",
            bool flag => flag ? "true" : "false",
            double number => number.ToString(
                Math.Floor(number) == number && Math.Abs(number) < 1e15 ? "F1" : "R",
                CultureInfo.InvariantCulture
            ),
            Resource resource => $"<{resource.GetType().Name}>",
            JsonElement json => json.ValueKind == JsonValueKind.Undefined ? "undefined" : json.GetRawText(),
            _ when IsUnassigned(value) => "unassigned",
            IDictionary map => "{" + string.Join(", ", Entries(map)) + "}",
            IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(Of)) + "]",
            _ when value.GetType().IsDefined(typeof(OutputTypeAttribute)) && !value.GetType().IsValueType => OfFields(value),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    /// <summary>The text of an output, once it is settled.</summary>
    public static async Task<string> OfAsync<T>(Output<T>? output)
    {
        if (output is null)
        {
            return "no output";
        }

        var secret = await Output.IsSecretAsync(output) ? "secret " : "";
        var value = await OutputUtilities.GetValueAsync(output);
        return await OutputUtilities.GetIsKnownAsync(output) ? secret + Of(value)
            : EqualityComparer<T>.Default.Equals(value, default) ? secret + "unknown"
            : throw new InvalidOperationException($"an unknown output has the value {Of(value)}");
    }

    /// <summary>The resources that an output comes from, by name.</summary>
    public static async Task<IReadOnlyList<string>> OriginsAsync<T>(Output<T> output) =>
        [
            .. (await OutputUtilities.GetDependenciesAsync(output))
                .Select(resource => resource.GetResourceName())
                .Order(StringComparer.Ordinal),
        ];

    private static void AssertTravels(object? value)
    {
        switch (value)
        {
            case null or string or bool or double or Resource:
                break;
            case ImmutableDictionary<string, object> map:
                Assert.All(map.Values, AssertTravels);
                break;
            case ImmutableArray<object> list:
                Assert.All(list, AssertTravels);
                break;
            default:
                Assert.Fail($"{value.GetType()} does not travel");
                break;
        }
    }

    private static IEnumerable<string> Entries(IDictionary map) =>
        map
            .Keys.Cast<object>()
            .Select(key => $"{Convert.ToString(key, CultureInfo.InvariantCulture)}: {Of(map[key])}")
            .Order(StringComparer.Ordinal);

    private static bool IsUnassigned(object value) =>
        value.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
        && (bool)type.GetProperty(nameof(ImmutableArray<int>.IsDefault))!.GetValue(value)!;

    private static string OfFields(object value) =>
        "("
        + string.Join(
            ", ",
            value
                .GetType()
                .GetFields(BindingFlags.Instance | BindingFlags.Public)
                .OrderBy(field => field.Name, StringComparer.Ordinal)
                .Select(field => (field.Name, Value: field.GetValue(value)))
                .Where(field => field.Value is not null)
                .Select(field => $"{field.Name} {Of(field.Value)}")
        )
        + ")";
}
