using System.Text.RegularExpressions;

namespace MeshStack.Definition;

/// <summary>CPU and memory, in Kubernetes quantities.</summary>
public sealed partial record ResourceAmountsSettings
{
    /// <summary>Cores, for example <c>500m</c> or <c>2</c>.</summary>
    [Key("cores, such as `500m` or `2`", Default = "the profile's, else the chart's")]
    public string? Cpu { get; init; }

    /// <summary>Bytes, for example <c>512Mi</c> or <c>2Gi</c>.</summary>
    [Key("bytes, such as `512Mi` or `2Gi`", Default = "the profile's, else the chart's")]
    public string? Memory { get; init; }

    internal Dictionary<string, object> ToValues()
    {
        var values = new Dictionary<string, object>();
        if (Cpu is not null)
        {
            values["cpu"] = Cpu;
        }

        if (Memory is not null)
        {
            values["memory"] = Memory;
        }

        return values;
    }

    internal IEnumerable<ArgsProblem> Problems(string path)
    {
        foreach (var (key, value) in new[] { ("cpu", Cpu), ("memory", Memory) })
        {
            if (value is not null && !Quantity().IsMatch(value))
            {
                yield return new($"{path}.{key}", $"'{value}' is not a quantity, such as {(key == "cpu" ? "500m or 2" : "512Mi or 2Gi")}");
            }
            else if (key == "memory" && value is [.. var bytes, 'm'])
            {
                yield return new($"{path}.memory", $"'{value}' is thousandths of a byte; did you mean {bytes}Mi?");
            }
            else if (key == "cpu" && value is [.., not ('m' or (>= '0' and <= '9'))])
            {
                yield return new($"{path}.cpu", $"'{value}' is that many thousands of cores or more; cores are written 500m or 2");
            }
        }
    }

    // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/, positive.
    [GeneratedRegex("^[0-9]+(\\.[0-9]+)?(m|k|Ki|M|Mi|G|Gi|T|Ti|P|Pi|E|Ei)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();
}
