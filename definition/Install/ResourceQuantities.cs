using System.Buffers;
using System.Globalization;

namespace MeshStack.Definition;

/// <summary>Requests and limits of a container, held against each other as API servers do.</summary>
internal static class ResourceQuantities
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>The defaults of the chart istiod.</summary>
    public static IReadOnlyDictionary<string, object> OfIstiod { get; } =
        new Dictionary<string, object>
        {
            ["requests"] = new Dictionary<string, object> { ["cpu"] = "500m", ["memory"] = "2048Mi" },
        };

    /// <summary>The defaults of the chart gateway.</summary>
    public static IReadOnlyDictionary<string, object> OfGateway { get; } =
        new Dictionary<string, object>
        {
            ["requests"] = new Dictionary<string, object> { ["cpu"] = "100m", ["memory"] = "128Mi" },
            ["limits"] = new Dictionary<string, object> { ["cpu"] = "2000m", ["memory"] = "1024Mi" },
        };

    /// <summary>The requests that are more than their limit.</summary>
    /// <param name="path">Where the resources are given.</param>
    /// <param name="given">What is given.</param>
    /// <param name="kept">What comes of it, with the defaults of the profile and the chart.</param>
    public static IEnumerable<ArgsProblem> Problems(string path, ResourcesSettings given, IReadOnlyDictionary<string, object> kept)
    {
        foreach (var (key, request, limit) in new[] { Pair("cpu"), Pair("memory") })
        {
            if (request is null || limit is null || Value(request) is not { } least || Value(limit) is not { } most || least <= most)
            {
                continue;
            }

            var isRequested = Own(given.Requests, key) is not null;
            var isLimited = Own(given.Limits, key) is not null;
            if (isRequested || isLimited)
            {
                yield return new(
                    $"{path}.{(isRequested ? "requests" : "limits")}.{key}",
                    isRequested
                        ? $"{request} is more than the limit of {limit}{(isLimited ? "" : ", which is the default")}: API servers refuse it"
                        : $"{limit} is less than the request of {request}, which is the default: API servers refuse it; give requests too"
                );
            }
        }

        (string Key, string? Request, string? Limit) Pair(string key) =>
            (key, ChartValues.At(kept, $"requests.{key}") as string, ChartValues.At(kept, $"limits.{key}") as string);
    }

    private static string? Own(ResourceAmountsSettings? amounts, string key) => key == "cpu" ? amounts?.Cpu : amounts?.Memory;

    /// <summary>The number of a quantity; null where it is none, which is said elsewhere.</summary>
    private static double? Value(string quantity)
    {
        var end = quantity.AsSpan().IndexOfAnyExcept(Digits);
        var number = end < 0 ? quantity : quantity[..end];
        var unit = end < 0 ? "" : quantity[end..];
        const string units = "kMGTPE";
        double? factor =
            unit.Length == 0 ? 1
            : unit == "m" ? 0.001
            : unit == "Ki" ? 1024
            : unit is [_] or ['M' or 'G' or 'T' or 'P' or 'E', 'i']
            && units.IndexOf(unit[0], StringComparison.Ordinal) is >= 0 and var power
                ? Math.Pow(unit is [_, 'i'] ? 1024 : 1000, power + 1)
            : null;
        return factor is { } by && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value * by
            : null;
    }
}
