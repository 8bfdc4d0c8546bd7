using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Tests.Access.Matrix;

public sealed class MatrixCaseTests
{
    // The matrix does not know the client's address, the query, the text of a claim, or which texts of a set a regular expression takes.
    private static readonly HashSet<string> Coarse =
    [
        "expressions/hex-code.yaml",
        "expressions/named-group.yaml",
        "expressions/nothing-is-subtracted.yaml",
        "expressions/nothing-is-subtracted-bracket.yaml",
        "expressions/posix-class.yaml",
        "expressions/posix-class-negated.yaml",
        "expressions/posix-class-takes-no-more.yaml",
        "expressions/posix-class-with-a-shorthand.yaml",
        "expressions/quoted.yaml",
        "expressions/quoted-dot.yaml",
        "jwt/claim-to-a-header.yaml",
        "jwt/claim-to-a-header-without-the-claim.yaml",
        "jwt/payload-to-a-header.yaml",
        "gateways/policy-at-the-gateway.yaml",
        "gateways/policy-at-the-gateway-allows.yaml",
        "gateways/same-host-appends.yaml",
        "routing/query-parameter-given-twice-by-an-expression.yaml",
        "routing/query-parameter-given-twice-the-first.yaml",
        "routing/query-parameter-given-twice.yaml",
        "routing/query-parameter.yaml",
        "routing/regex-is-a-full-match.yaml",
    ];

    // Among them callers that no object names: the matrix has whoever is without a sidecar in their place. It asks neither for hosts
    // that no object names nor for single pods, and of each port what the port is for.
    private static readonly HashSet<string> NotAsked =
    [
        "addresses/block-of-a-tls-entry-by-its-name.yaml",
        "addresses/one-address-of-a-tls-entry.yaml",
        "endpoints/headless-pod-at-a-port-without-a-service.yaml",
        "endpoints/headless-pod-of-another-set.yaml",
        "interception/chart-excludes-the-port-from-a-strange-namespace.yaml",
        "masks/mesh-connection-settings-and-slashes.yaml",
        "masks/mesh-connection-settings-and-underscores.yaml",
        "paths/fragment.yaml",
        "paths/no-escape.yaml",
        "paths/nul.yaml",
        "paths/read-again-after-a-rewrite.yaml",
        "routing/no-http-on-a-port-for-it-registry-only.yaml",
        "routing/no-http-on-a-port-for-it-to-a-sidecar.yaml",
        "routing/no-http-on-a-port-for-it.yaml",
        "routing/no-tls-route-and-registry-only.yaml",
        "routing/passed-through-to-a-strict-server.yaml",
        "routing/tls-route-without-a-server-name.yaml",
        "visibility/entry-that-wants-no-automatic-address.yaml",
        "visibility/entry-without-an-address-takes-its-port.yaml",
        "visibility/sidecar-imports-the-entry-and-not-the-service.yaml",
        "visibility/sidecar-imports-the-entry-of-another-namespace.yaml",
    ];

    public static TheoryData<AccessCase> Cases => [.. AccessCase.All.Where(IsAsked)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheCellOfACaseAgreesWithIt(AccessCase one)
    {
        var (matrix, caller, request) = (AccessMatrix.From(one.Snapshot()), one.Caller(), one.AsRead());
        var ns = (caller as Caller.InMesh)?.Namespace ?? "default";
        var names = NamesOf(request.Host, ns);
        var host = names.FirstOrDefault(name => matrix.Cells.Any(cell => cell.Host == name)) ?? names[^1];

        var answer = MatrixAnswer.Of(matrix, caller, host, request.Port, MatrixAnswer.SampleOf(request), request.Protocol);

        var expected = one.Field["expect"]["decision"].Text;
        var shown =
            $"{expected}, and the matrix says {answer}: "
            + string.Join(
                '\n',
                matrix.Cells.Select(cell => $"{cell.Caller} -> {cell.Target} as {cell.Host}:{cell.HostPort}: {cell.Requests}")
            );
        Assert.True(expected == "allowed" ? answer != false : answer != true, shown);
        Assert.True(expected is "undecided" || answer is not null || Coarse.Contains(one.Path.Replace('\\', '/')), shown);
    }

    [Fact]
    public void MostCasesAreAsked() => Assert.InRange(Cases.Count, AccessCase.All.Count * 9 / 10, AccessCase.All.Count);

    private static string[] NamesOf(string host, string ns) =>
        host.EndsWith('.') ? [host[..^1]] : [$"{host}.{ns}.svc.cluster.local", $"{host}.svc.cluster.local", $"{host}.cluster.local", host];

    // Names under which the matrix does not ask: it asks for Services, not for their addresses and single pods.
    private static readonly HashSet<string> OtherNames =
    [
        "addresses/block-of-an-entry.yaml",
        "dns/address-of-a-service.yaml",
        "dns/pod-of-a-stateful-set.yaml",
    ];

    // Left out: what the matrix does not range over (other Host headers, gateways by their own names, broken tokens, paths that no proxy
    // takes or that a rewrite leaves to be read again, other protocols than the port's), hosts outside of the mesh, and callers made up by
    // the case.
    private static bool IsAsked(AccessCase one)
    {
        var (caller, request) = (one.Caller(), one.Request());
        return !one.Path.Contains("external-host-", StringComparison.Ordinal)
            && !one.Path.Contains("by-its-own-name", StringComparison.Ordinal)
            && !OtherNames.Contains(one.Path.Replace('\\', '/'))
            && !NotAsked.Contains(one.Path.Replace('\\', '/'))
            && !request.Headers.Keys.Contains("host", StringComparer.OrdinalIgnoreCase)
            && request.Token is null or { IsValid: true, Header: null, Subject: not null }
            && caller is Caller.InMesh { Labels: null, HasSidecar: null } or Caller.Outside;
    }
}
