using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix.Meshes;

/// <summary>Random requests, from workloads and from outside.</summary>
internal static class RandomRequest
{
    private static readonly string[] Paths = ["/", "/a", "/ab", "/a/b", "/b", "/b/c"];

    private static readonly Gen<Caller> Callers = Gen.Elements<Caller>(
        new Caller.InMesh("east", "default", "sleep"),
        new Caller.InMesh("east", "default", "sleep"),
        new Caller.InMesh("east", "default", "curl"),
        new Caller.InMesh("east", "default", "curl"),
        new Caller.InMesh("east", "bar", "curl"),
        new Caller.InMesh("east", "foo", "other"),
        new Caller.InMesh("east", "legacy", "legacy"),
        new Caller.InMesh("east", "legacy", "legacy"),
        new Caller.InMesh("west", "default", "sleep"),
        new Caller.InMesh("east", "crowd-1", "client-1")
    );

    private static readonly Gen<(string Host, int Port)> Hosts = Gen.Elements(
        (Places.Httpbin, 8000),
        (Places.Httpbin, 8000),
        (Places.Httpbin, 8000),
        (Places.Httpbin, 8000),
        (Places.Httpbin, 8000),
        (Places.Httpbin, 8000),
        (Places.Httpbin, 9000),
        (Places.Httpbin, 9000),
        (Places.Httpbin, 8443),
        (Places.Httpbin, 7000),
        (Places.Other, 8000),
        (Places.Imported, 80),
        (Places.Imported, 80),
        (Places.Imported, 80),
        (Places.Imported, 80),
        (Places.Imported, 9000),
        (Places.Vendor, 80),
        (Places.Virtual, 80),
        (Places.Httpbin, 80)
    );

    private static readonly Gen<(string Host, int Port)> Blocks =
        from address in Gen.Elements(AddressBlocks.Inside, AddressBlocks.InsideTheWider)
        from port in Gen.Elements(80, 9000)
        select (address, port);

    private static readonly Gen<(Caller Caller, string Host, int Port)> Shed = Gen.OneOf(
        from caller in Callers
        from port in Gen.Elements(8000, 8000, 9000)
        select (caller, $"{Sheds.Name}.{Sheds.Yard}.svc.cluster.local", port),
        from asked in Hosts
        select ((Caller)new Caller.InMesh("east", Sheds.Yard, Sheds.Name), asked.Host, asked.Port)
    );

    private static readonly Gen<(Caller Caller, string Host, int Port)> Mist = Gen.OneOf(
        from caller in Gen.OneOf(
            Gen.Elements<Caller>(
                new Caller.InMesh("east", Mists.Moor, Mists.Caller),
                new Caller.InMesh("east", Mists.Moor, Mists.Name),
                new Caller.InMesh("east", "legacy", "legacy")
            ),
            Callers
        )
        from port in Gen.Elements(8000, 8000, 9000)
        select (caller, $"{Mists.Name}.{Mists.Moor}.svc.cluster.local", port),
        from asked in Hosts
        select ((Caller)new Caller.InMesh("east", Mists.Moor, Mists.Caller), asked.Host, asked.Port)
    );

    private static readonly Gen<(Caller Caller, string Host, int Port)> Outside =
        from hasCertificate in Gen.Elements(true, false)
        from host in Gen.Elements(
            "web.shop.example",
            "web.shop.example",
            "web.shop.example",
            "web.shop.example",
            "api.shop.example",
            "else.shop.example",
            "no.example"
        )
        from port in Gen.Elements(Gateways.Plain, Gateways.Plain, Gateways.Plain, Gateways.Tls, Gateways.Tls, Gateways.Stream)
        select ((Caller)new Caller.Outside("east") { HasCertificate = hasCertificate }, host, port);

    private static readonly Gen<Token?> Tokens =
        from token in Gen.Elements<Token?>(
            null,
            null,
            new("issuer", "ann"),
            new("issuer", "bob") { Audiences = ["shop"] },
            new("other", "ann")
        )
        from groups in Gen.Elements(new string[][] { [], ["one"], ["two", "one"] })
        select token is null ? null : token with { Claims = new Dictionary<string, IReadOnlyList<string>> { ["group"] = groups } };

    /// <summary>A request to what every mesh has, or to what this one has besides.</summary>
    public static Gen<(Caller Caller, Request Request)> Of(SnapshotSources mesh) =>
        from asked in Gen.Frequency((3, Inside(mesh)), (2, Outside))
        from method in Gen.Elements("GET", "POST")
        from path in Gen.Elements(Paths)
        from header in Gen.Elements<string?>(null, "a", "b", "")
        from token in Tokens
        select (
            asked.Caller,
            new Request
            {
                Host = asked.Host,
                Port = asked.Port,
                Protocol = Services.ProtocolOf(asked.Port),
                Method = method,
                Path = path,
                Headers = header is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["x"] = header },
                Token = token,
            }
        );

    private static Gen<(Caller Caller, string Host, int Port)> Inside(SnapshotSources mesh)
    {
        var hosts = mesh.Manifests.Any(manifest => manifest.Kind == "ServiceEntry" && manifest.Spec["addresses"].HasContent)
            ? Gen.Frequency((6, Hosts), (1, Blocks))
            : Hosts;
        var inside = from caller in Callers from asked in hosts select (caller, asked.Host, asked.Port);
        var known = Has(mesh, Sheds.Yard) ? Gen.Frequency((1, inside), (1, Shed)) : inside;
        return Has(mesh, Mists.Moor) ? Gen.Frequency((2, known), (3, Mist)) : known;
    }

    private static bool Has(SnapshotSources mesh, string ns) => mesh.Manifests.Any(manifest => manifest.Namespace == ns);
}
