using System.Globalization;
using MeshStack.Analysis.Model;
using MeshStack.Manifests;

namespace MeshStack.Cli.Questions;

/// <summary>Reads a question against the names that there are; where they are all there are, as in a stack, a host must be one of
/// them.</summary>
internal sealed class QuestionReader(KnownNames names, bool isComplete)
{
    private static readonly NearestNames HostNames = new('.');
    private static readonly NearestNames CallerNames = new('/');

    private readonly List<string> _problems = [];

    /// <summary>The question.</summary>
    /// <exception cref="BadQuestionException">Something of it is not there or not well-formed; everything is named.</exception>
    public Question Read(QuestionText text)
    {
        var (cluster, host, port) = To(text.To);
        var caller = new CallerDetails(_problems).Of(From(text.From, cluster, host), text);
        var ns = (caller as Caller.InMesh)?.Namespace;
        string? hint = null;
        if (
            host.Length > 0
            && (
                cluster is null
                    ? !names.ClustersOf(host, ns).Any()
                    : names.Clusters.Contains(cluster) && !names.ClustersOf(host, ns).Contains(cluster)
            )
        )
        {
            var isMistaken = cluster is not null || (isComplete && !names.IsOutside(host));
            var allowed = cluster is null ? names.Hosts : names.HostsOf(cluster);
            if (isMistaken)
            {
                _problems.Add(
                    $"--to: {cluster ?? "no cluster"} has {(cluster is null ? "the" : "no")} host '{host}'"
                        + HostNames.Suggest(host, allowed)
                );
            }
            else
            {
                hint = $"no manifest names the host {host}{HostNames.Nearest(host, [.. allowed])}";
            }
        }

        Check(text.Method, text.Path);
        var headers = NamedValues
            .Read("--header", text.Headers, _problems)
            .Where(IsHeader)
            .GroupBy(h => h.Name.ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => string.Join(",", g.Select(h => h.Value)), StringComparer.Ordinal);
        var token = new TokenReader(_problems).Read(text);
        var protocol = ProtocolOf(text.Protocol, caller, host, port);
        if (text.ServerName is not null && protocol != RequestProtocol.Https)
        {
            _problems.Add("--server-name: TLS alone has a server name; add --protocol https");
        }

        return _problems.Count > 0
            ? throw new BadQuestionException(_problems)
            : new Question(
                caller!,
                new Request
                {
                    Host = host,
                    Port = port,
                    Method = text.Method,
                    Path = text.Path,
                    Headers = headers,
                    Token = token,
                    Protocol = protocol,
                    ServerName = text.ServerName,
                },
                cluster
            )
            {
                Hint = hint,
            };
    }

    private (string? Cluster, string Host, int Port) To(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var cluster = slash < 0 ? null : text[..slash];
        var rest = text[(slash + 1)..];
        var server = HostAndPort(rest);
        if (server is null && (cluster is null || !names.Clusters.Contains(cluster)) && UrlText.Replacement(text) is { } replacement)
        {
            _problems.Add($"--to: '{text}' is a URL: write {replacement}");
            return (null, "", 1);
        }

        if (cluster is not null)
        {
            KnowsCluster("--to", cluster);
        }

        if (server is not var (host, port))
        {
            _problems.Add($"--to: '{text}' is not [CLUSTER/]HOST:PORT with a port from 1 to 65535");
            return (cluster, "", 1);
        }

        return (cluster, host, port);
    }

    private static (string Host, int Port)? HostAndPort(string text) =>
        text.LastIndexOf(':') is > 0 and var colon
        && !text.Contains('/', StringComparison.Ordinal)
        && int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port is >= 1 and <= 65535
            ? (text[..colon], port)
            : null;

    private Caller? From(string text, string? cluster, string host)
    {
        if (text == "outside" || text.StartsWith("outside:", StringComparison.Ordinal))
        {
            var at = text == "outside" ? EntryPoint(cluster, host) : text["outside:".Length..];
            return at is not null && KnowsCluster("--from", at) ? new Caller.Outside(at) : null;
        }

        if (text.Split('/') is not [{ Length: > 0 } home, { Length: > 0 } ns, { Length: > 0 } account])
        {
            var nearest = CallerNames.Nearest(text, ["outside", .. names.Clusters.Select(one => $"outside:{one}"), .. names.Callers]);
            _problems.Add($"--from: '{text}' is neither CLUSTER/NAMESPACE/SERVICEACCOUNT nor outside[:CLUSTER]{nearest}");
            return null;
        }

        if (KnowsCluster("--from", home) && !names.NamespacesOf(home).Contains(ns))
        {
            _problems.Add($"--from: {home} has no namespace '{ns}'{Spelling.Suggest(ns, names.NamespacesOf(home))}");
        }

        return new Caller.InMesh(home, ns, account);
    }

    /// <summary>The cluster to whose gateways a client outside comes: the one that takes the host.</summary>
    private string? EntryPoint(string? cluster, string host)
    {
        // What is wrong with the host is said already.
        if (host.Length == 0 || (cluster is not null && !names.Clusters.Contains(cluster)))
        {
            return null;
        }

        var entryPoints = (cluster is not null ? [cluster] : names.EntryPointsTo(host).ToArray()) is { Length: > 0 } taking
            ? taking
            : names.ClustersOf(host, null).ToArray();
        if (entryPoints.Length > 1)
        {
            _problems.Add($"--from: {string.Join(" and ", entryPoints)} take {host}; choose one with --from outside:CLUSTER");
        }

        if (entryPoints.Length == 0 && (!isComplete || names.IsOutside(host)))
        {
            entryPoints = [.. names.Clusters];
            if (entryPoints.Length > 1)
            {
                _problems.Add(
                    $"--from: no ingress gateway serves {host}; choose the cluster that the request enters by with --from outside:CLUSTER"
                );
            }
        }

        return entryPoints.Length == 1 ? entryPoints[0] : null;
    }

    private bool KnowsCluster(string option, string cluster)
    {
        if (!names.Clusters.Contains(cluster))
        {
            _problems.Add($"{option}: there is no cluster '{cluster}'{Spelling.Suggest(cluster, names.Clusters)}");
            return false;
        }

        return true;
    }

    private void Check(string method, string path)
    {
        if (HttpMethods.Known.Contains(method.ToUpperInvariant()) && !HttpMethods.Known.Contains(method))
        {
            _problems.Add($"--method: '{method}' is not an HTTP method; did you mean {method.ToUpperInvariant()}?");
        }
        else if (method.Length == 0 || !method.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            _problems.Add(
                $"--method: '{method}' is not an HTTP method; allowed: {string.Join(", ", HttpMethods.Known.Order(StringComparer.Ordinal))}"
            );
        }

        if (!path.StartsWith('/'))
        {
            _problems.Add($"--path: '{path}' does not begin with '/'");
        }
    }

    private bool IsHeader((string Name, string Value) header)
    {
        var isName = header.Name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
        if (!isName)
        {
            _problems.Add(
                $"--header: '{header.Name}' is not a header's "
                    + $"name{(header.Name.StartsWith("@request.auth.claims", StringComparison.Ordinal) ? "; say --claim for a claim" : "")}"
            );
        }

        return isName;
    }

    private RequestProtocol ProtocolOf(string? given, Caller? caller, string host, int port) =>
        given switch
        {
            "http" => RequestProtocol.Http,
            "https" => RequestProtocol.Https,
            "tcp" => RequestProtocol.Tcp,
            _ when caller is Caller.Outside => port == 443 ? RequestProtocol.Https : RequestProtocol.Http,
            _ => names.StreamAt(host, port, (caller as Caller.InMesh)?.Namespace) ?? RequestProtocol.Http,
        };
}
