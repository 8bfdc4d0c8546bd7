using Pulumi;

namespace MeshStack.Istio;

/// <summary>How the address behind a host is found.</summary>
[EnumType]
public readonly record struct ServiceEntryResolution
{
    private readonly string _name;

    private ServiceEntryResolution(string name) => _name = name;

    /// <summary>The address that the client called.</summary>
    public static ServiceEntryResolution None { get; } = new("NONE");

    /// <summary>The addresses of the endpoints.</summary>
    public static ServiceEntryResolution Static { get; } = new("STATIC");

    /// <summary>DNS, asked in the background, all addresses used.</summary>
    public static ServiceEntryResolution Dns { get; } = new("DNS");

    /// <summary>DNS, asked in the background, the first address used.</summary>
    public static ServiceEntryResolution DnsRoundRobin { get; } = new("DNS_ROUND_ROBIN");

    /// <summary>DNS, asked on request for the host that was called; for wildcard hosts.</summary>
    public static ServiceEntryResolution DynamicDns { get; } = new("DYNAMIC_DNS");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [None._name, Static._name, Dns._name, DnsRoundRobin._name, DynamicDns._name];

    /// <summary>Value of a name on the wire.</summary>
    public static ServiceEntryResolution Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(ServiceEntryResolution value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
