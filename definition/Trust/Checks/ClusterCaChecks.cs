using System.Collections.Immutable;

namespace MeshStack.Definition;

/// <summary>One cluster's intermediate CA: its certificate, its key, and its chain to the root.</summary>
/// <remarks>Source: https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/ and
/// security/pkg/pki/util/keycertbundle.go.</remarks>
internal sealed class ClusterCaChecks(ClusterPems cluster, CertificateFacts? root, DateTimeOffset at, bool isLeaving)
{
    private readonly List<ArgsProblem> _problems = [];

    private PemInput CertificateInput { get; } = new($"clusters.{cluster.Name}.certificate", cluster.Certificate);

    private PemInput KeyInput { get; } = new($"clusters.{cluster.Name}.privateKey", cluster.PrivateKey);

    private PemInput ChainInput { get; } = new($"clusters.{cluster.Name}.certificateChain", cluster.CertificateChain ?? "");

    /// <summary>The certificate, once it has been read.</summary>
    public CertificateFacts? Certificate { get; private set; }

    public IReadOnlyList<ArgsProblem> Problems()
    {
        Certificate = CertificateInput.Certificate(_problems);
        if (Certificate is not null)
        {
            _problems.AddRange(
                new AuthorityChecks(CertificateInput.Path, "", at) { IsLeaving = isLeaving }.Problems(Certificate, below: 0)
            );
            CheckNames(Certificate);
            if (root is not null)
            {
                _problems.AddRange(AgainstRoot(CertificateInput.Path, Certificate, root, cluster.CertificateChain is not null));
            }
        }

        CheckKey();
        CheckChain();
        return _problems;
    }

    private void CheckNames(CertificateFacts certificate)
    {
        if (certificate.DnsNames is { } names && !names.Contains(TrustClusterSettings.IstiodDnsName))
        {
            var found = names.IsEmpty ? "no DNS name" : string.Join(", ", names);
            _problems.Add(
                ArgsProblem.Warning(
                    CertificateInput.Path,
                    $"has a subject alternative name with {found}; istiod's is {TrustClusterSettings.IstiodDnsName}"
                )
            );
        }
    }

    /// <summary>What does not go with the root.</summary>
    /// <param name="path">Where the certificate is given.</param>
    /// <param name="certificate">The certificate.</param>
    /// <param name="root">The root.</param>
    /// <param name="hasChain">Whether other CAs stand between them.</param>
    public static IEnumerable<ArgsProblem> AgainstRoot(string path, CertificateFacts certificate, CertificateFacts root, bool hasChain)
    {
        if (certificate.Is(root))
        {
            yield return new(
                path,
                "is the root itself; required: an intermediate CA that the root issued, so that the root's key is in no cluster"
            );
            yield break;
        }

        if (!hasChain && IssuerCheck.Refusal(root, certificate) is { } refusal)
        {
            yield return new(
                path,
                $"was not issued by the root ({root.Subject}): {refusal}; required: that, or a certificateChain up to the root"
            );
        }

        if (certificate.NotAfter > root.NotAfter)
        {
            yield return ArgsProblem.Warning(
                path,
                $"is valid until {Dates.Day(certificate.NotAfter)}, and the root until {Dates.Day(root.NotAfter)} only: from then on "
                    + "nobody believes what it signed; have it issued for the root's time at most"
            );
        }
    }

    private void CheckKey()
    {
        if (KeyInput.PrivateKey(_problems) is not { } key || Certificate is null)
        {
            return;
        }

        switch (PrivateKeyMatch.Of(key, Certificate))
        {
            case null:
                _problems.Add(
                    new(
                        KeyInput.Path,
                        "holds a key that is neither RSA nor EC, or is damaged; required: the private key of the certificate"
                    )
                );
                break;
            case false:
                _problems.Add(
                    new(KeyInput.Path, $"is the key of another certificate than {CertificateInput.Path} ({Certificate.Subject})")
                );
                break;
        }
    }

    private void CheckChain()
    {
        if (cluster.CertificateChain is null)
        {
            return;
        }

        var chain = ChainInput.Chain(_problems);
        if (chain.IsEmpty || Certificate is null)
        {
            return;
        }

        if (!chain[0].Is(Certificate))
        {
            Chain(
                $"begins with another certificate ({chain[0].Subject}) than {CertificateInput.Path}; required: that one first, then the "
                    + "issuer of each, the root last or left out"
            );
            return;
        }

        // With the root left out the links are checked up to it all the same.
        var endsWithRoot = root is not null && chain[^1].Is(root);
        var links = endsWithRoot ? chain.RemoveAt(chain.Length - 1) : chain;
        CheckLinks(links, endsWithRoot);
        for (var i = 1; i < links.Length; i++)
        {
            _problems.AddRange(
                new AuthorityChecks(ChainInput.Path, Block(i, links), at) { IsLeaving = isLeaving }.Problems(links[i], below: i)
            );
        }

        // One CA below the root is what the checks of the root ask for.
        if (links.Length > 1 && root?.PathLength < links.Length)
        {
            Chain($"has {links.Length} CAs below the root ({root.Subject}), whose path length is {root.PathLength}");
        }
    }

    private void CheckLinks(ImmutableArray<CertificateFacts> links, bool endsWithRoot)
    {
        for (var i = 1; i < links.Length; i++)
        {
            if (IssuerCheck.Refusal(links[i], links[i - 1]) is { } refusal)
            {
                Chain(
                    $"{Block(i, links)}did not issue block {i} ({links[i - 1].Subject}): {refusal}; required: the issuer of each "
                        + "certificate right after it"
                );
                return;
            }
        }

        if (root is not null && links.Length > 0 && IssuerCheck.Refusal(root, links[^1]) is { } refused)
        {
            Chain(
                $"{(endsWithRoot ? "names the root last, but " : "")}{Block(links.Length - 1, links)}was not issued by the root "
                    + $"({root.Subject}): {refused}"
            );
        }
    }

    private static string Block(int index, ImmutableArray<CertificateFacts> chain) => $"block {index + 1} ({chain[index].Subject}) ";

    private void Chain(string message) => _problems.Add(new(ChainInput.Path, message));
}
