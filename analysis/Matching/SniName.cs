using System.Globalization;

namespace MeshStack.Analysis.Matching;

/// <summary>The server name that sidecars use across networks: <c>outbound_.PORT_.SUBSET_.HOST</c>.</summary>
/// <remarks>Source: BuildDNSSrvSubsetKey in pilot/pkg/model/context.go of istio/istio.</remarks>
internal sealed record SniName(int Port, string? Subset, string Host)
{
    private const string Direction = "outbound_";

    public static SniName? Parse(string? text)
    {
        var parts = text?.Split('.', 4);
        return
            parts is [Direction, var port, var subset, var host]
            && port.EndsWith('_')
            && subset.EndsWith('_')
            && int.TryParse(port.AsSpan(0, port.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(number, subset.Length > 1 ? subset[..^1] : null, host)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Direction}.{Port}_.{Subset}_.{Host}");
}
