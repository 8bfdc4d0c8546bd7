using System.CommandLine;

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

    public QuestionOptions() => _protocol.AcceptOnlyFromAmong("http", "https", "tcp");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _from, _to, _method, _path, _headers, _claims, _protocol })
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
        );
}
