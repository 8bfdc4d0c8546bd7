using System.Collections.Immutable;
using System.Net;

namespace MeshStack.Hosting.Clusters;

/// <summary>Which clusters answer, before anything is done to them: the engine says it in the middle of an update only.</summary>
internal static class Reachability
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>A warning of each cluster that does not answer, by its name. All are asked at once.</summary>
    public static async Task<IReadOnlyDictionary<string, DefinitionProblem>> CheckAsync(
        MeshDefinition definition,
        IReadOnlyDictionary<string, ClusterEndpoint> endpoints
    )
    {
        var asked = definition.Clusters.Where(c => endpoints.ContainsKey(c.Name)).ToList();
        var found = await Task.WhenAll(asked.Select(c => CheckAsync(c, endpoints[c.Name]))).ConfigureAwait(false);
        return asked
            .Zip(found)
            .Where(c => c.Second is not null)
            .ToImmutableSortedDictionary(c => c.First.Name, c => c.Second!, StringComparer.Ordinal);
    }

    private static async Task<DefinitionProblem?> CheckAsync(ClusterDefinition cluster, ClusterEndpoint endpoint) =>
        await SilenceOfAsync(endpoint).ConfigureAwait(false) is { } silence
            ? new(
                cluster.Location,
                $"meshstack:clusters.{cluster.Name}",
                $"its API server {endpoint.Server} does not answer ({silence}): "
                    + (
                        cluster.Cluster.SkipUpdateUnreachable
                            ? "what is in it stays as it is, and an update that makes or deletes anything there fails"
                            : "an update fails there; skipUpdateUnreachable: true, or --exclude, leaves it out"
                    ),
                ProblemSeverity.Warning
            )
            : null;

    /// <summary>Why there is no answer; null where there is any at all: who may ask what is not looked at.</summary>
    private static async Task<string?> SilenceOfAsync(ClusterEndpoint endpoint)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = Patience };
        if (endpoint.Proxy is { } proxy)
        {
            handler.Proxy = new WebProxy(proxy);
        }

        using var client = new HttpClient(handler) { Timeout = Patience };
        try
        {
            using var answer = await client
                .GetAsync(new Uri(endpoint.Server, "/version"), HttpCompletionOption.ResponseHeadersRead)
                .ConfigureAwait(false);
            return null;
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            // It is up; that the certificates of the operating system do not vouch for it is usual.
            return null;
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "its name is not known here",
                HttpRequestError.ConnectionError => "no connection",
                _ => "no answer in HTTP",
            };
        }
        catch (TaskCanceledException)
        {
            return FormattableString.Invariant($"nothing within {Patience.TotalSeconds} s");
        }
        catch (NotSupportedException)
        {
            return $"{endpoint.Server.Scheme} is no scheme of an API server";
        }
    }
}
