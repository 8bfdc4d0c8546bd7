using MeshStack.Definition.Istio;

namespace MeshStack.Definition;

/// <summary>Which requests a route takes: those for which all of it holds.</summary>
public sealed record RouteMatchSettings
{
    /// <summary>The path, without query.</summary>
    [Key("the path, without query: one of `exact`, `prefix` and `regex`", Default = "any")]
    internal StringMatch? Path { get; init; }

    /// <summary>Whether upper and lower case of the path are the same; not with an expression.</summary>
    [Key("`true`: upper and lower case of the path are the same; not with `regex`", Default = "`false`")]
    public bool? IgnorePathCase { get; init; }

    /// <summary>HTTP methods in upper case, of which one is asked with.</summary>
    [Key("HTTP methods in upper case, such as `GET`, of which one is asked with", Default = "any")]
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Headers by name, all of which are as said; without a value they only have to be there.</summary>
    [Key("headers by name, such as `user-agent`, all of which are as said; `{}`: it only has to be there", Default = "any")]
    internal IReadOnlyDictionary<string, StringMatch>? Headers { get; init; }

    /// <summary>Headers by name, none of which is as said.</summary>
    [Key("headers by name, none of which is as said", Default = "any")]
    internal IReadOnlyDictionary<string, StringMatch>? WithoutHeaders { get; init; }

    /// <summary>A cookie by name.</summary>
    [Key("a cookie by its name; at most one", Default = "any")]
    internal IReadOnlyDictionary<string, StringMatch>? Cookies { get; init; }

    /// <summary>Query parameters by name, all of which are as said.</summary>
    [Key("query parameters by name, all of which are as said", Default = "any")]
    internal IReadOnlyDictionary<string, StringMatch>? Query { get; init; }

    /// <summary>Name of the port of the service that is asked for.</summary>
    [Key("name of the port of the service that is asked for, where it has `ports`", Default = "any of HTTP")]
    public string? Port { get; init; }

    /// <summary>Whether every request is meant.</summary>
    internal bool IsEverything =>
        Path is null or { PrefixValue: "/" }
        && IgnorePathCase is null or false
        && Methods.Count == 0
        && Headers is not { Count: > 0 }
        && WithoutHeaders is not { Count: > 0 }
        && Cookies is not { Count: > 0 }
        && Query is not { Count: > 0 }
        && Port is null;

    /// <summary>Whether only requests that bear a mark are meant, which clients do not send by chance.</summary>
    internal bool IsMarked => Headers is { Count: > 0 } || Cookies is { Count: > 0 } || Query is { Count: > 0 };
}
