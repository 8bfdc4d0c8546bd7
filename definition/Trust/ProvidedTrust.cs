using System.Collections.Immutable;

namespace MeshStack.Definition;

/// <summary>A trust whose certificates and keys are given.</summary>
internal static class ProvidedTrust
{
    public static TrustMaterial Material(PlannedScope component, MeshTrustSettings settings, ProvidedTrustSettings provided)
    {
        var phase = RotationPhases.Parse(settings.Rotation?.Phase);
        var root = provided.RootCertificate;
        var check = Check(component, settings, provided);

        ImmutableArray<(string Name, TextValue Pem)> roots = phase switch
        {
            RotationPhase.Prepare => [("current", root), ("next", provided.NextRootCertificate!)],
            RotationPhase.Switch => [("previous", provided.PreviousRootCertificate!), ("current", root)],
            _ => [("current", root)],
        };
        var bundle = TextValue.From([.. roots.Select(one => one.Pem)], pems => RootBundle.Of(pems)).After(check);
        return new TrustMaterial
        {
            RootBundle = bundle,
            RootCertificates = [.. roots.Select(one => TextValue.From([one.Pem.After(check)], pems => RootBundle.Of(pems)))],
            Clusters = Empty
                .Map<CaCertificatesSettings>()
                .AddRange(
                    settings.Clusters.Select(cluster => KeyValuePair.Create(cluster.Name, CaCertificates(cluster, root, bundle, check)))
                ),
            Roots = roots,
            Intermediates = [.. settings.Clusters.Select(cluster => (cluster.Name, cluster.Certificate!))],
            Mark = TextValue.From(
                [.. roots.Select(one => one.Pem)],
                pems => State(phase, pems) is { } state ? StateMarks.Of(state) : RotationPhases.NameOf(phase)
            ),
            State = pems => State(phase, pems),
        };
    }

    private static CaCertificatesSettings CaCertificates(TrustClusterSettings cluster, TextValue root, TextValue bundle, LateCheck check)
    {
        var certificate = cluster.Certificate!;
        return new()
        {
            Certificate = certificate.After(check),
            PrivateKey = cluster.PrivateKey!.AsSecret().After(check),
            CertificateChain = (cluster.CertificateChain ?? TextValue.From([certificate, root], pems => RootBundle.Of(pems))).After(check),
            RootCertificate = bundle,
        };
    }

    /// <summary>Refuses what would not work, all at once, as soon as all of it is known.</summary>
    private static LateCheck Check(PlannedScope component, MeshTrustSettings settings, ProvidedTrustSettings provided)
    {
        var texts = ImmutableArray.CreateBuilder<TextValue>();
        var root = Place(provided.RootCertificate);
        var (next, previous) = (Place(provided.NextRootCertificate), Place(provided.PreviousRootCertificate));
        var clusters = settings
            .Clusters.Select(c =>
                (c.Name, Certificate: Place(c.Certificate), Key: Place(c.PrivateKey?.AsSecret()), Chain: Place(c.CertificateChain))
            )
            .ToList();
        return new LateCheck(
            texts.ToImmutable(),
            pems =>
                CaCertificateChecks.Problems(
                    new TrustPems(pems[root!.Value])
                    {
                        NextRootCertificate = At(pems, next),
                        PreviousRootCertificate = At(pems, previous),
                        Clusters =
                        [
                            .. clusters.Select(c => new ClusterPems(c.Name, At(pems, c.Certificate)!, At(pems, c.Key)!, At(pems, c.Chain))),
                        ],
                    },
                    settings.Clock.GetUtcNow()
                )
        )
        {
            Component = component.Component,
        };

        int? Place(TextValue? text)
        {
            if (text is null)
            {
                return null;
            }

            texts.Add(text);
            return texts.Count - 1;
        }

        static string? At(IReadOnlyList<string> pems, int? place) => place is { } found ? pems[found] : null;
    }

    private static TrustState? State(RotationPhase phase, IReadOnlyList<string> pems)
    {
        var fingerprints = pems.Select(pem => CertificateSummary.From("", pem).Fingerprint).ToList();
        return fingerprints.Contains(null)
            ? null
            : TrustState.Create(phase, fingerprints.Count == 2 ? fingerprints[0] : null, fingerprints[^1]!);
    }
}
