namespace MeshStack.Definition;

/// <summary>What the settings of a trust may ask for.</summary>
internal static class MeshTrustRules
{
    public static IEnumerable<ArgsProblem> Problems(MeshTrustSettings settings) =>
        Modes(settings)
            .Concat(Clusters(settings))
            .Concat(settings.Generated is { } generated ? Generated(generated) : [])
            .Concat(Provided(settings))
            .Concat(Rotation(settings));

    private static IEnumerable<ArgsProblem> Modes(MeshTrustSettings settings)
    {
        string[] given =
        [
            .. settings.Generated is null ? [] : new[] { "generated" },
            .. settings.Provided is null ? [] : new[] { "provided" },
            .. settings.External is null ? [] : new[] { "external" },
        ];
        if (given.Length != 1)
        {
            yield return new(
                given.LastOrDefault() ?? "generated",
                "exactly one of generated, provided and external is required; given: "
                    + $"{(given.Length == 0 ? "none" : string.Join(", ", given))}"
            );
        }
    }

    private static IEnumerable<ArgsProblem> Clusters(MeshTrustSettings settings)
    {
        if (settings.Clusters.Count == 0)
        {
            yield return new("clusters", "required: the clusters, each of which gets a CA");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < settings.Clusters.Count; i++)
        {
            var cluster = settings.Clusters[i];
            if (string.IsNullOrEmpty(cluster.Name) || !KubernetesNames.IsSubdomain(cluster.Name))
            {
                yield return new(
                    $"clusters[{i}].name",
                    string.IsNullOrEmpty(cluster.Name)
                        ? "required"
                        : $"'{cluster.Name}' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots)"
                );
                continue;
            }

            if (!names.Add(cluster.Name))
            {
                yield return new($"clusters[{i}].name", $"'{cluster.Name}' is there twice: a cluster has one CA");
            }

            foreach (var problem in Names(cluster).Concat(Pems(settings, cluster)))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ArgsProblem> Names(TrustClusterSettings cluster)
    {
        foreach (var revision in cluster.Revisions.Where(revision => !KubernetesNames.IsLabel(revision)))
        {
            yield return new($"clusters.{cluster.Name}.revisions", $"'{revision}' is not a DNS label (a-z, 0-9 and '-')");
        }

        foreach (var name in cluster.DnsNames.Where(name => !KubernetesNames.IsSubdomain(name)))
        {
            yield return new(
                $"clusters.{cluster.Name}.dnsNames",
                $"'{name}' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots)"
            );
        }
    }

    private static IEnumerable<ArgsProblem> Pems(MeshTrustSettings settings, TrustClusterSettings cluster)
    {
        foreach (
            var (name, isGiven, isRequired) in new[]
            {
                ("certificate", cluster.Certificate is not null, true),
                ("privateKey", cluster.PrivateKey is not null, true),
                ("certificateChain", cluster.CertificateChain is not null, false),
            }
        )
        {
            if (settings.Provided is null && isGiven)
            {
                yield return new($"clusters.{cluster.Name}.{name}", "only with provided: in the other modes nothing reads it");
            }
            else if (settings.Provided is not null && !isGiven && isRequired)
            {
                yield return new(
                    $"clusters.{cluster.Name}.{name}",
                    "required with provided: istiod fails on a partial set of certificates"
                );
            }
        }
    }

    private static IEnumerable<ArgsProblem> Generated(GeneratedTrustSettings settings)
    {
        if (settings.Root < 1)
        {
            yield return new("generated.root", $"{settings.Root} is no generation; allowed: 1 and more");
        }

        if (!KeyAlgorithms.All.Contains(settings.KeyAlgorithm))
        {
            yield return ArgsProblem.NotAllowed("generated.keyAlgorithm", settings.KeyAlgorithm, "an algorithm of keys", KeyAlgorithms.All);
        }

        if (settings.RootValidityHours < 1)
        {
            yield return new("generated.rootValidityHours", $"{settings.RootValidityHours} is too short; allowed: 1 and more");
        }

        if (settings.IntermediateValidityHours < 1 || settings.IntermediateValidityHours > settings.RootValidityHours)
        {
            yield return new(
                "generated.intermediateValidityHours",
                $"{settings.IntermediateValidityHours} is out of range; allowed: 1 to {settings.RootValidityHours}, the hours of the root"
            );
        }

        if (settings.EarlyRenewalHours < 0 || settings.EarlyRenewalHours >= settings.IntermediateValidityHours)
        {
            yield return new(
                "generated.earlyRenewalHours",
                $"{settings.EarlyRenewalHours} is out of range; allowed: 0 to {settings.IntermediateValidityHours - 1}, less than the "
                    + "hours of an intermediate, which every update would issue anew otherwise"
            );
        }
        else if (settings.EarlyRenewalHours > settings.IntermediateValidityHours / 2)
        {
            yield return ArgsProblem.Warning(
                "generated.earlyRenewalHours",
                $"{settings.EarlyRenewalHours} of {settings.IntermediateValidityHours} hours: updates issue intermediates anew from "
                    + $"{settings.IntermediateValidityHours - settings.EarlyRenewalHours} hours after their issue on; give at most half "
                    + "of intermediateValidityHours"
            );
        }
    }

    private static IEnumerable<ArgsProblem> Provided(MeshTrustSettings settings)
    {
        if (settings.Provided is not { } provided)
        {
            yield break;
        }

        if (provided.RootCertificate is null)
        {
            yield return new("provided.rootCertificate", "required: the root that the clusters' certificates chain to");
        }

        var phase = settings.Rotation?.Phase;
        foreach (
            var (name, isGiven, itsPhase) in new[]
            {
                ("nextRootCertificate", provided.NextRootCertificate is not null, RotationPhases.Prepare),
                ("previousRootCertificate", provided.PreviousRootCertificate is not null, RotationPhases.Switch),
            }
        )
        {
            if (isGiven && phase != itsPhase)
            {
                yield return new(
                    $"provided.{name}",
                    $"only in phase {itsPhase} of a rotation; the phase is {phase ?? "steady, there is no rotation"}"
                );
            }
            else if (!isGiven && phase == itsPhase)
            {
                yield return new($"provided.{name}", $"required in phase {itsPhase} of a rotation, in which both roots are trusted");
            }
        }
    }

    private static IEnumerable<ArgsProblem> Rotation(MeshTrustSettings settings)
    {
        if (settings.Rotation is not { } rotation)
        {
            yield break;
        }

        if (settings.External is not null)
        {
            yield return new("rotation", "has no place where something else issues the certificates: that is what changes the root");
            yield break;
        }

        if (rotation.Phase is null || !RotationPhases.All.Contains(rotation.Phase))
        {
            yield return ArgsProblem.NotAllowed("rotation.phase", rotation.Phase ?? "", "a phase of a rotation", RotationPhases.All);
        }

        if (settings.Generated is { } generated && (rotation.From is not { } from || from < 1 || from >= generated.Root))
        {
            var given = rotation.From is { } one ? $"{one} is no root to leave" : "required with generated";
            yield return new(
                "rotation.from",
                generated.Root > 1
                    ? $"{given}; allowed: 1 to {generated.Root - 1}, a generation before the root {generated.Root} that the rotation "
                        + "leads to"
                    : $"{given}: generated.root is {generated.Root}, and a rotation leads to a later generation; to start one: root: 2, "
                        + $"rotation: {{from: 1, phase: prepare}}"
            );
        }

        if (settings.Provided is not null && rotation.From is not null)
        {
            yield return new(
                "rotation.from",
                "only with generated: provided roots are named by nextRootCertificate and previousRootCertificate"
            );
        }
    }
}
