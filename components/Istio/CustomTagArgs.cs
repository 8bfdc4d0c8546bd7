using Pulumi;

namespace MeshStack.Istio;

public sealed partial class CustomTagArgs
{
    /// <summary>A fixed text.</summary>
    public static CustomTagArgs FromLiteral(Input<string> value) => new() { Literal = new CustomTagLiteralArgs { Value = value } };

    /// <summary>A variable of the proxy's environment, and the value where it is missing.</summary>
    public static CustomTagArgs FromEnvironment(Input<string> name, Input<string>? defaultValue = null) =>
        new()
        {
            Environment = new CustomTagEnvironmentArgs { Name = name, DefaultValue = defaultValue },
        };

    /// <summary>A header of the request, and the value where it is missing.</summary>
    public static CustomTagArgs FromHeader(Input<string> name, Input<string>? defaultValue = null) =>
        new()
        {
            Header = new CustomTagHeaderArgs { Name = name, DefaultValue = defaultValue },
        };

    /// <summary>An access log format, such as "%REQUEST_DURATION%".</summary>
    public static CustomTagArgs FromFormatter(Input<string> format) => new() { Formatter = new CustomTagFormatterArgs { Value = format } };
}
