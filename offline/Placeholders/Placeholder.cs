using System.Text;

namespace MeshStack.Offline.Placeholders;

/// <summary>The names that stand for what only a real run can know.</summary>
internal static class Placeholder
{
    /// <summary>A name such as <c>${cluster02.eastWestGateway.address}</c>; parts that are null are left out.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder("${");
        foreach (var part in parts)
        {
            if (part is not null)
            {
                text.Append(text.Length == 2 ? "" : ".").Append(part);
            }
        }

        return text.Append('}').ToString();
    }

    /// <summary>The same for a value that the program will decode.</summary>
    public static string Base64(params ReadOnlySpan<string?> parts) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Of(parts)));

    /// <summary>Istio's own gateways by what they are for, every other service by its name.</summary>
    public static string OfService(string service) => service switch
    {
        "istio-eastwestgateway" => "eastWestGateway",
        "istio-ingressgateway" => "ingressGateway",
        "istio-egressgateway" => "egressGateway",
        _ => service,
    };
}
