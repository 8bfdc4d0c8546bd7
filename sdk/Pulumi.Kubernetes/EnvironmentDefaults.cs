namespace Pulumi.Kubernetes;

/// <summary>Settings of the provider that environment variables give.</summary>
internal static class EnvironmentDefaults
{
    public static Input<string>? Text(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? (Input<string>)text : null;

    public static Input<bool>? Flag(string variable) =>
        bool.TryParse(Environment.GetEnvironmentVariable(variable), out var flag) ? (Input<bool>)flag : null;
}
