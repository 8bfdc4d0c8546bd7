namespace MeshStack.Definition.Istio;

/// <summary>The keys of a rewrite.</summary>
internal interface IHttpRewriteKeys
{
    /// <summary>The new path, or what stands in place of the matched prefix.</summary>
    [Key("the new path; with a match by `prefix`, what stands in place of it", Default = "as it was")]
    public string? Uri { get; }

    /// <summary>The new path by an expression.</summary>
    [Key("the new path by an expression, in place of `uri`", Default = "none")]
    public RegexRewrite? UriRegexRewrite { get; }

    /// <summary>The new host.</summary>
    [Key("the new host", Default = "as it was")]
    public string? Authority { get; }
}

/// <summary>The keys of a rewrite by an expression.</summary>
internal interface IRegexRewriteKeys
{
    /// <summary>What is replaced.</summary>
    [Key("an RE2 expression for what is replaced", Required = true)]
    public string? Match { get; }

    /// <summary>What stands in its place.</summary>
    [Key("what stands in its place; `\\1` is the first group", Required = true)]
    public string? Rewrite { get; }
}

/// <summary>The keys of a redirect.</summary>
internal interface IHttpRedirectKeys
{
    /// <summary>The new path.</summary>
    [Key("the new path", Default = "as it was")]
    public string? Uri { get; }

    /// <summary>The new host.</summary>
    [Key("the new host", Default = "as it was")]
    public string? Authority { get; }

    /// <summary>The new scheme.</summary>
    [Key("the new scheme, `http` or `https`", Default = "as it was", Allowed = ["http", "https"], Is = "a scheme")]
    public string? Scheme { get; }

    /// <summary>The new port.</summary>
    [Key("the new port", Default = "the scheme's", Min = 1, Max = 65535, Is = "a port")]
    public int? Port { get; }

    /// <summary>The status of the answer.</summary>
    [Key("status of the answer: 301, 302, 303, 307 or 308", Default = "`301`")]
    public int? RedirectCode { get; }
}

/// <summary>The keys of an answer.</summary>
internal interface IDirectResponseKeys
{
    /// <summary>Its status.</summary>
    [Key("HTTP status", Required = true, Min = 200, Max = 599, Is = "a status")]
    public int? Status { get; }

    /// <summary>Its body.</summary>
    [Key("what is sent", Default = "nothing")]
    public ResponseBody? Body { get; }
}

/// <summary>The keys of a body.</summary>
internal interface IResponseBodyKeys
{
    /// <summary>It as text.</summary>
    [Key("a text", Name = "string", Default = "none")]
    public string? Text { get; }
}

internal sealed partial record HttpRewrite : IHttpRewriteKeys;

internal sealed partial record RegexRewrite : IRegexRewriteKeys;

internal sealed partial record HttpRedirect : IHttpRedirectKeys;

internal sealed partial record DirectResponse : IDirectResponseKeys;

internal sealed partial record ResponseBody : IResponseBodyKeys;
