using static MeshStack.Analysis.Config.Masks.MaskRules;

namespace MeshStack.Analysis.Config.Masks;

/// <summary>Parts of objects of which the rest is read: routes and their matches, rules, servers.</summary>
internal static class PartMasks
{
    /// <summary>What of a route changes nothing about where requests get.</summary>
    public static IReadOnlyList<string> InRoute { get; } =
    [
        "corsPolicy",
        "directResponse",
        "fault abort grpcStatus",
        "fault abort http2Error",
        "fault abort httpStatus",
        "fault delay",
        "headers response",
        "mirror",
        "mirrorPercent",
        "mirrorPercentage",
        "mirrors",
        "name",
        "redirect",
        "retries",
        "route [] headers response",
        "timeout",
    ];

    /// <summary>What of a server changes nothing about whom it takes in.</summary>
    public static IReadOnlyList<string> InServer { get; } =
    [
        "bind",
        "defaultEndpoint",
        "name",
        "port name",
        "tls caCertCredentialName",
        "tls caCertificates",
        "tls caCrl",
        "tls cipherSuites",
        "tls credentialName",
        "tls credentialNames",
        "tls maxProtocolVersion",
        "tls minProtocolVersion",
        "tls privateKey",
        "tls serverCertificate",
        "tls subjectAltNames",
        "tls tlsCertificates",
        "tls verifyCertificateHash",
        "tls verifyCertificateSpki",
    ];

    /// <summary>One HTTP route but for its matches; a header is there whatever its text.</summary>
    public static MaskRules Route { get; } =
        new(
            MaskEffect.Unread,
            None(InRoute),
            None("match", "delegate"),
            Matched("headers request set *", "headers request add *", "route [] headers request set *", "route [] headers request add *"),
            Unread(
                "headers request set host",
                "headers request set :authority",
                "headers request add host",
                "headers request add :authority"
            ),
            Unread("route [] headers request set host", "route [] headers request set :authority"),
            Unread("route [] headers request add host", "route [] headers request add :authority")
        );

    /// <summary>One entry of a route's match.</summary>
    public static MaskRules Match { get; } =
        new(
            MaskEffect.Unread,
            None("name", "statPrefix"),
            Matched("uri", "scheme", "method", "authority", "headers *", "withoutHeaders *", "queryParams *")
        );

    /// <summary>One rule of an AuthorizationPolicy; what is no address and no port leaves out the rule.</summary>
    public static MaskRules Rule { get; } =
        new(
            MaskEffect.Unread,
            Matched("from [] source * []", "to [] operation * []", "when [] values []", "when [] notValues []"),
            Unread("from [] source ipBlocks []", "from [] source notIpBlocks []"),
            Unread("from [] source remoteIpBlocks []", "from [] source notRemoteIpBlocks []"),
            Unread("to [] operation ports []", "to [] operation notPorts []")
        );

    /// <summary>One server of a Gateway.</summary>
    public static MaskRules Server { get; } = new(MaskEffect.Unread, None(InServer));
}
