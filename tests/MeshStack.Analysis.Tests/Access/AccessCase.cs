using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using Xunit.Abstractions;

namespace MeshStack.Analysis.Tests.Access;

/// <summary>A case of Access/Cases: objects per cluster, a request, and what Istio does with it.</summary>
public sealed class AccessCase : IXunitSerializable
{
    private Field? _field;

    [Obsolete("For the test runner only.")]
    public AccessCase()
        : this("") { }

    private AccessCase(string path) => Path = path;

    public string Path { get; private set; }

    internal Field Field =>
        _field ??= Field.From(ManifestYaml.Read(File.ReadAllText(System.IO.Path.Combine(Root, "Cases", Path)), Path, "any")[0].Body);

    internal static string Root => System.IO.Path.Combine(AppContext.BaseDirectory, "Access");

    public static IReadOnlyList<AccessCase> All { get; } =
    [
        .. Directory
            .EnumerateFiles(System.IO.Path.Combine(Root, "Cases"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new AccessCase(System.IO.Path.GetRelativePath(System.IO.Path.Combine(Root, "Cases"), path))),
    ];

    public Snapshot Snapshot() => Analysis.Topology.Snapshot.From(CaseSources.Of(Field));

    public Caller Caller()
    {
        var from = Field["from"];
        var cluster = from["cluster"].Text ?? "east";
        return from["outside"].IsTrue
            ? new Caller.Outside(cluster)
            {
                Gateway = from["gateway"].Text,
                Address = from["address"].Text,
                HasCertificate = from["certificate"].IsTrue,
            }
            : new Caller.InMesh(cluster, from["namespace"].Text ?? "default", from["serviceAccount"].Text ?? "sleep")
            {
                Labels = from["labels"].Exists ? CaseSources.Map(from["labels"]) : null,
                HasSidecar = from["sidecar"].Value as bool?,
            };
    }

    public Request Request()
    {
        var request = Field["request"];
        return new()
        {
            Host = request["host"].Text ?? "httpbin.foo",
            Port = (int)(request["port"].Integer ?? 8000),
            Method = request["method"].Text ?? "GET",
            Path = request["path"].Text ?? "/",
            Headers = CaseSources.Map(request["headers"]),
            Protocol = request["protocol"].Text is { } protocol
                ? Enum.Parse<RequestProtocol>(protocol, ignoreCase: true)
                : RequestProtocol.Http,
            Token = TokenOf(request["token"]),
        };
    }

    /// <summary>The request in the matrix's terms: its path and claims as the first proxy reads them, where the case says that they
    /// differ.</summary>
    public Request AsRead()
    {
        var (request, read) = (Request(), Field["read"]);
        return request with
        {
            Path = read["path"].Text ?? request.Path,
            Token = read["claims"].Exists ? request.Token! with { Claims = ClaimsOf(read["claims"]) } : request.Token,
        };
    }

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(Path), Path);

    public void Deserialize(IXunitSerializationInfo info) => Path = info.GetValue<string>(nameof(Path));

    public override string ToString() => Path;

    private static Dictionary<string, IReadOnlyList<string>> ClaimsOf(Field claims) =>
        claims.Entries.ToDictionary(claim => claim.Name, claim => (IReadOnlyList<string>)[.. claim.Items.Select(item => item.Text!)]);

    private static Token? TokenOf(Field token) =>
        !token.Exists
            ? null
            : new(token["issuer"].Text ?? "", token["subject"].Text)
            {
                IsValid = token["valid"].Value as bool? ?? true,
                Audiences = [.. token["audiences"].Items.Select(item => item.Text!)],
                Claims = ClaimsOf(token["claims"]),
                Header = token["header"].Text,
            };
}
