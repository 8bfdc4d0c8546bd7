using System.Collections.Immutable;
using Pulumi;

namespace MeshStack;

/// <summary>A trust whose certificates and keys are given.</summary>
internal static class ProvidedTrust
{
    public static TrustMaterial Material(Resource component, MeshTrustArgs args, ProvidedTrustArgs provided)
    {
        var phase = RotationPhases.Parse(args.Rotation?.Phase);
        var root = provided.RootCertificate.ToOutput();
        var (next, previous) = (provided.NextRootCertificate?.ToOutput(), provided.PreviousRootCertificate?.ToOutput());
        var passed = Checked(component, args, root, next, previous);

        ImmutableArray<(string Name, Output<string> Pem)> roots = phase switch
        {
            RotationPhase.Prepare => [("current", root), ("next", next!)],
            RotationPhase.Switch => [("previous", previous!), ("current", root)],
            _ => [("current", root)],
        };
        var bundle = After(passed, Output.All(roots.Select(one => one.Pem)).Apply(pems => RootBundle.Of(pems)));
        return new TrustMaterial
        {
            RootBundle = bundle,
            RootCertificates = [.. roots.Select(one => After(passed, one.Pem).Apply(pem => RootBundle.Of(pem)))],
            Clusters = args.Clusters.ToImmutableDictionary(cluster => cluster.Name, cluster => CaCertificates(cluster, root, bundle, passed), StringComparer.Ordinal),
            Roots = roots,
            Intermediates = [.. args.Clusters.Select(cluster => (cluster.Name, cluster.Certificate!.ToOutput()))],
            State = Output.All(roots.Select(one => Output.Unsecret(one.Pem))).Apply(pems => State(phase, pems)),
        };
    }

    private static CaCertificatesArgs CaCertificates(TrustClusterArgs cluster, Output<string> root, Output<string> bundle, Output<bool> passed)
    {
        var certificate = cluster.Certificate!.ToOutput();
        return new CaCertificatesArgs
        {
            Certificate = After(passed, certificate),
            PrivateKey = After(passed, cluster.PrivateKey!.ToOutput()),
            CertificateChain = After(passed, cluster.CertificateChain?.ToOutput() ?? Output.Tuple(certificate, root).Apply(pair => RootBundle.Of(pair.Item1, pair.Item2))),
            RootCertificate = bundle,
        };
    }

    /// <summary>Refuses what would not work, all at once, as soon as all of it is known.</summary>
    private static Output<bool> Checked(Resource component, MeshTrustArgs args, Output<string> root, Output<string>? next, Output<string>? previous)
    {
        var none = Output.Create<string?>((string?)null);
        var clusters = Output.All(args.Clusters.Select(cluster => Output
            .Tuple(cluster.Certificate!.ToOutput(), cluster.PrivateKey!.ToOutput(), Maybe(cluster.CertificateChain?.ToOutput()))
            .Apply(pems => new ClusterPems(cluster.Name, pems.Item1, pems.Item2, pems.Item3))));
        var passed = Output.Tuple(root, Maybe(next), Maybe(previous), clusters).Apply(all =>
        {
            var pems = new TrustPems(all.Item1) { NextRootCertificate = all.Item2, PreviousRootCertificate = all.Item3, Clusters = all.Item4 };
            CaCertificateChecks.Problems(pems, args.Clock.GetUtcNow()).Enforce(component);
            return true;
        });

        // The keys went into the answer, and nothing of them is in it.
        return Output.Unsecret(passed);

        Output<string?> Maybe(Output<string>? pem) => pem?.Apply(text => (string?)text) ?? none;
    }

    private static Output<T> After<T>(Output<bool> passed, Output<T> value) => Output.Tuple(passed, value).Apply(pair => pair.Item2);

    private static TrustState? State(RotationPhase phase, ImmutableArray<string> pems)
    {
        var fingerprints = pems.Select(pem => CertificateSummary.Of("", pem).Fingerprint).ToList();
        return fingerprints.Contains(null) ? null : TrustState.Of(phase, fingerprints.Count == 2 ? fingerprints[0] : null, fingerprints[^1]!);
    }
}
