using Pulumi;

namespace MeshStack;

/// <summary>The cookie of a sticky session.</summary>
public sealed class StickyCookieArgs : ResourceArgs
{
    /// <summary>Name of the cookie.</summary>
    [Input("name", required: true)]
    public string Name { get; set; } = null!;

    /// <summary>Path of the cookie.</summary>
    /// <value>Defaults to none.</value>
    [Input("path")]
    public string? Path { get; set; }

    /// <summary>Life of the cookie, a duration with a unit.</summary>
    /// <value>Defaults to 0s: as long as the browser's session.</value>
    [Input("ttl")]
    public string Ttl { get; set; } = "0s";
}
