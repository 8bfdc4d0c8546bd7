using Pulumi;

namespace MeshStack.Istio;

/// <summary>How traffic reaches a listener.</summary>
[EnumType]
public readonly record struct CaptureMode
{
    private readonly string _name;

    private CaptureMode(string name) => _name = name;

    /// <summary>As the environment does it.</summary>
    public static CaptureMode Default { get; } = new("DEFAULT");

    /// <summary>Redirected by iptables.</summary>
    public static CaptureMode Iptables { get; } = new("IPTABLES");

    /// <summary>Sent to the listener by the application.</summary>
    public static CaptureMode None { get; } = new("NONE");

    /// <summary>Names on the wire, in the order of the API.</summary>
    public static IReadOnlyList<string> Values { get; } = [Default._name, Iptables._name, None._name];

    /// <summary>Value of a name on the wire.</summary>
    public static CaptureMode Parse(string name) => new(WireName.Require(name, Values));

    /// <summary>Name on the wire.</summary>
    public static explicit operator string(CaptureMode value) => value._name;

    /// <inheritdoc/>
    public override string ToString() => _name;
}
