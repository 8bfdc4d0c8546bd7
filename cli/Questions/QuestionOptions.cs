using System.CommandLine;
using MeshStack.Cli.Commands;

namespace MeshStack.Cli.Questions;

/// <summary>The options that say who asks for what.</summary>
internal sealed class QuestionOptions
{
    private readonly Option<string> _from = new("--from")
    {
        Description = "Who calls: CLUSTER/NAMESPACE/SERVICEACCOUNT, or outside[:CLUSTER] for a client of the ingress gateways.",
        HelpName = "CALLER",
        Required = true,
    };
    private readonly Option<string> _to = new("--to")
    {
        Description = "Host and port as the caller names them: [CLUSTER/]HOST:PORT. The cluster tells hosts of one name apart.",
        HelpName = "HOST:PORT",
        Required = true,
    };
    private readonly Option<string> _method = new("--method") { Description = "HTTP method.", DefaultValueFactory = _ => "GET" };
    private readonly Option<string> _path = new("--path")
    {
        Description = "Path, with a query string if there is one.",
        DefaultValueFactory = _ => "/",
    };
    private readonly Option<string[]> _headers = new("--header") { Description = "A header; may be repeated.", HelpName = "NAME=VALUE" };
    private readonly Option<string[]> _claims = new("--claim")
    {
        Description =
            "A claim of a valid token; may be repeated, iss is required with any. A claim within another one is realm_access/roles, or "
            + "realm_access[roles] as policies write it.",
        HelpName = "NAME=VALUE",
    };
    private readonly Option<string?> _protocol = new("--protocol")
    {
        Description = "What the client sends: http, https or tcp. Default: what the port is for.",
    };

    private readonly Option<string?> _serverName = new("--server-name")
    {
        Description = "Server name of the client's own TLS. Default: the host.",
        HelpName = "NAME",
    };
    private readonly Option<bool> _certificate = new("--certificate")
    {
        Description = "The client outside shows a certificate that gateways with tls mode MUTUAL accept.",
    };
    private readonly Option<string?> _address = new("--address")
    {
        Description = "IP address of the client outside, for rules that ask for one.",
        HelpName = "IP",
    };
    private readonly Option<string?> _gateway = new("--gateway")
    {
        Description = "The ingress gateway that the client outside comes to: [NAMESPACE/]NAME.",
    };
    private readonly Option<bool?> _sidecar = new("--sidecar")
    {
        Description = "Whether the calling workload has a sidecar. Default: what the manifests say of it.",
        HelpName = "true|false",
    };
    private readonly Option<string?> _as = new("--as")
    {
        Description = "Whose network the calling workload uses: mesh, or k8s for a pod without a sidecar, which Kubernetes alone serves.",
        HelpName = "mesh|k8s",
    };
    private readonly Option<string?> _source = new("--source-ip")
    {
        Description = "IP address that whoever takes the caller's connection sees it come from, for rules that ask for one.",
        HelpName = "IP",
    };
    private readonly Option<string[]> _labels = new("--label")
    {
        Description = "A label that tells the caller from other workloads of its service account; may be repeated.",
        HelpName = "NAME=VALUE",
    };
    private readonly Option<string?> _trustDomain = new("--trust-domain")
    {
        Description = "Trust domain of the caller's identity. Default: that of its cluster.",
        HelpName = "NAME",
    };
    private readonly Option<string?> _tokenHeader = new("--token-header")
    {
        Description = "The header that carries the token. Default: Authorization, behind Bearer.",
        HelpName = "NAME",
    };
    private readonly Option<bool> _invalidToken = new("--invalid-token")
    {
        Description = "The signature or the times of the token are not right.",
    };

    public QuestionOptions()
    {
        _protocol.AcceptOnly("http", "https", "tcp");
        _as.AcceptOnly("mesh", "k8s");
    }

    public void AddTo(Command command)
    {
        foreach (
            var option in new Option[]
            {
                _from,
                _to,
                _method,
                _path,
                _headers,
                _claims,
                _tokenHeader,
                _invalidToken,
                _protocol,
                _serverName,
                _certificate,
                _address,
                _gateway,
                _source,
                _as,
                _sidecar,
                _labels,
                _trustDomain,
            }
        )
        {
            command.Add(option);
        }
    }

    public QuestionText Of(ParseResult parsed) =>
        new(
            parsed.GetValue(_from)!,
            parsed.GetValue(_to)!,
            parsed.GetValue(_method)!,
            parsed.GetValue(_path)!,
            parsed.GetValue(_headers) ?? [],
            parsed.GetValue(_claims) ?? [],
            parsed.GetValue(_protocol)
        )
        {
            ServerName = parsed.GetValue(_serverName),
            HasCertificate = parsed.GetValue(_certificate),
            Address = parsed.GetValue(_address),
            Gateway = parsed.GetValue(_gateway),
            HasSidecar = parsed.GetValue(_sidecar),
            As = parsed.GetValue(_as),
            SourceAddress = parsed.GetValue(_source),
            Labels = parsed.GetValue(_labels) ?? [],
            TrustDomain = parsed.GetValue(_trustDomain),
            TokenHeader = parsed.GetValue(_tokenHeader),
            HasInvalidToken = parsed.GetValue(_invalidToken),
        };
}
