namespace MeshStack.Definition.Istio;

/// <summary>The keys of changes of headers.</summary>
internal interface IHeadersKeys
{
    /// <summary>Those of the request.</summary>
    [Key("those of the request", Default = "none")]
    public HeaderOperations? Request { get; }

    /// <summary>Those of the answer.</summary>
    [Key("those of the answer", Default = "none")]
    public HeaderOperations? Response { get; }
}

/// <summary>The keys of what is done with headers.</summary>
internal interface IHeaderOperationsKeys
{
    /// <summary>Headers that get a value in place of theirs.</summary>
    [Key("headers that get this value in place of theirs", Default = "none")]
    public IReadOnlyDictionary<string, string>? Set { get; }

    /// <summary>Headers that get a value besides theirs.</summary>
    [Key("headers that get this value besides theirs", Default = "none")]
    public IReadOnlyDictionary<string, string>? Add { get; }

    /// <summary>Headers that go.</summary>
    [Key("headers that go", Default = "none")]
    public IReadOnlyList<string> Remove { get; }
}

/// <summary>The keys of what browsers may do.</summary>
internal interface ICorsPolicyKeys
{
    /// <summary>Origins that may call.</summary>
    [Key("origins that may call, each by `exact`, `prefix` or `regex`", Required = true)]
    public IReadOnlyList<StringMatch> AllowOrigins { get; }

    /// <summary>Methods that may be asked with.</summary>
    [Key("methods that they may ask with", Default = "none")]
    public IReadOnlyList<string> AllowMethods { get; }

    /// <summary>Headers that may be sent.</summary>
    [Key("headers that they may send", Default = "none")]
    public IReadOnlyList<string> AllowHeaders { get; }

    /// <summary>Headers that scripts may read.</summary>
    [Key("headers of the answer that their scripts may read", Default = "none")]
    public IReadOnlyList<string> ExposeHeaders { get; }

    /// <summary>How long the answer to a preflight holds.</summary>
    [Key("how long the answer to a preflight holds", Default = "the browser's", IsDuration = true)]
    public string? MaxAge { get; }

    /// <summary>Whether cookies may be sent.</summary>
    [Key("whether they may send cookies", Default = "`false`")]
    public bool? AllowCredentials { get; }
}

internal sealed partial record Headers : IHeadersKeys;

internal sealed partial record HeaderOperations : IHeaderOperationsKeys;

internal sealed partial record CorsPolicy : ICorsPolicyKeys;
