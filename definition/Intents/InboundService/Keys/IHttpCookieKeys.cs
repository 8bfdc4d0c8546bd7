namespace MeshStack.Definition.Istio;

/// <summary>The keys of the cookie of a sticky session.</summary>
internal interface IHttpCookieKeys
{
    /// <summary>Name of the cookie.</summary>
    [Key("name of the cookie", Required = true)]
    public string? Name { get; }

    /// <summary>Path of the cookie.</summary>
    [Key("path of the cookie", Default = "none")]
    public string? Path { get; }

    /// <summary>Life of the cookie.</summary>
    [Key("life of the cookie; `0s` is as long as the browser's session", Default = "`0s`", IsDuration = true)]
    public string? Ttl { get; }
}

internal sealed partial record HttpCookie : IHttpCookieKeys;
