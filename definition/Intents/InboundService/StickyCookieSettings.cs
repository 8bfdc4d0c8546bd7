namespace MeshStack.Definition;

/// <summary>The cookie of a sticky session.</summary>
public sealed record StickyCookieSettings
{
    /// <summary>Name of the cookie.</summary>
    [Key("name of the cookie", Required = true)]
    public required string Name { get; init; }

    /// <summary>Path of the cookie.</summary>
    /// <value>Defaults to none.</value>
    [Key("path of the cookie", Default = "none")]
    public string? Path { get; init; }

    /// <summary>Life of the cookie, a duration with a unit.</summary>
    /// <value>Defaults to 0s: as long as the browser's session.</value>
    [Key("life of the cookie; `0s` is as long as the browser's session", IsDuration = true)]
    public string Ttl { get; init; } = "0s";
}
