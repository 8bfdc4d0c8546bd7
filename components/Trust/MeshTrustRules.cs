namespace MeshStack;

/// <summary>What the args of a trust may ask for.</summary>
internal static class MeshTrustRules
{
    public static IEnumerable<ArgsProblem> Problems(MeshTrustArgs args)
        => Modes(args)
            .Concat(Clusters(args))
            .Concat(args.Generated is { } generated ? Generated(generated) : [])
            .Concat(Provided(args))
            .Concat(Rotation(args));

    private static IEnumerable<ArgsProblem> Modes(MeshTrustArgs args)
    {
        string[] given =
        [
            .. args.Generated == null ? [] : new[] { "generated" },
            .. args.Provided == null ? [] : new[] { "provided" },
            .. args.External == null ? [] : new[] { "external" },
        ];
        if (given.Length != 1)
        {
            yield return new(
                given.LastOrDefault() ?? "generated",
                $"exactly one of generated, provided and external is required; given: {(given.Length == 0 ? "none" : string.Join(", ", given))}");
        }
    }

    private static IEnumerable<ArgsProblem> Clusters(MeshTrustArgs args)
    {
        if (args.Clusters.Count == 0)
        {
            yield return new("clusters", "required: the clusters, each of which gets a CA");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Clusters.Count; i++)
        {
            var cluster = args.Clusters[i];
            if (string.IsNullOrEmpty(cluster.Name) || !KubernetesNames.IsSubdomain(cluster.Name))
            {
                yield return new($"clusters[{i}].name", string.IsNullOrEmpty(cluster.Name) ? "required" : $"'{cluster.Name}' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots)");
                continue;
            }

            if (!names.Add(cluster.Name))
            {
                yield return new($"clusters[{i}].name", $"'{cluster.Name}' is there twice: a cluster has one CA");
            }

            foreach (var problem in Names(cluster).Concat(Pems(args, cluster)))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ArgsProblem> Names(TrustClusterArgs cluster)
    {
        foreach (var revision in cluster.Revisions.Where(revision => !KubernetesNames.IsLabel(revision)))
        {
            yield return new($"clusters.{cluster.Name}.revisions", $"'{revision}' is not a DNS label (a-z, 0-9 and '-')");
        }

        foreach (var name in cluster.DnsNames.Where(name => !KubernetesNames.IsSubdomain(name)))
        {
            yield return new($"clusters.{cluster.Name}.dnsNames", $"'{name}' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots)");
        }
    }

    private static IEnumerable<ArgsProblem> Pems(MeshTrustArgs args, TrustClusterArgs cluster)
    {
        foreach (var (name, isGiven, isRequired) in new[]
        {
            ("certificate", cluster.Certificate != null, true),
            ("privateKey", cluster.PrivateKey != null, true),
            ("certificateChain", cluster.CertificateChain != null, false),
        })
        {
            if (args.Provided == null && isGiven)
            {
                yield return new($"clusters.{cluster.Name}.{name}", "only with provided: in the other modes nothing reads it");
            }
            else if (args.Provided != null && !isGiven && isRequired)
            {
                yield return new($"clusters.{cluster.Name}.{name}", "required with provided: istiod fails on a partial set of certificates");
            }
        }
    }

    private static IEnumerable<ArgsProblem> Generated(GeneratedTrustArgs args)
    {
        if (args.Root < 1)
        {
            yield return new("generated.root", $"{args.Root} is no generation; allowed: 1 and more");
        }

        if (!KeyAlgorithms.All.Contains(args.KeyAlgorithm))
        {
            yield return ArgsProblem.NotAllowed("generated.keyAlgorithm", args.KeyAlgorithm, "an algorithm of keys", KeyAlgorithms.All);
        }

        if (args.RootValidityHours < 1)
        {
            yield return new("generated.rootValidityHours", $"{args.RootValidityHours} is too short; allowed: 1 and more");
        }

        if (args.IntermediateValidityHours < 1 || args.IntermediateValidityHours > args.RootValidityHours)
        {
            yield return new("generated.intermediateValidityHours", $"{args.IntermediateValidityHours} is out of range; allowed: 1 to {args.RootValidityHours}, the hours of the root");
        }

        if (args.EarlyRenewalHours < 0 || args.EarlyRenewalHours >= args.IntermediateValidityHours)
        {
            yield return new(
                "generated.earlyRenewalHours",
                $"{args.EarlyRenewalHours} is out of range; allowed: 0 to {args.IntermediateValidityHours - 1}, less than the hours of an intermediate, which every update would issue anew otherwise");
        }
    }

    private static IEnumerable<ArgsProblem> Provided(MeshTrustArgs args)
    {
        if (args.Provided is not { } provided)
        {
            yield break;
        }

        if (provided.RootCertificate == null)
        {
            yield return new("provided.rootCertificate", "required: the root that the clusters' certificates chain to");
        }

        var phase = args.Rotation?.Phase;
        foreach (var (name, isGiven, itsPhase) in new[]
        {
            ("nextRootCertificate", provided.NextRootCertificate != null, RotationPhases.Prepare),
            ("previousRootCertificate", provided.PreviousRootCertificate != null, RotationPhases.Switch),
        })
        {
            if (isGiven && phase != itsPhase)
            {
                yield return new($"provided.{name}", $"only in phase {itsPhase} of a rotation; the phase is {phase ?? "steady, there is no rotation"}");
            }
            else if (!isGiven && phase == itsPhase)
            {
                yield return new($"provided.{name}", $"required in phase {itsPhase} of a rotation, in which both roots are trusted");
            }
        }
    }

    private static IEnumerable<ArgsProblem> Rotation(MeshTrustArgs args)
    {
        if (args.Rotation is not { } rotation)
        {
            yield break;
        }

        if (args.External != null)
        {
            yield return new("rotation", "has no place where something else issues the certificates: that is what changes the root");
            yield break;
        }

        if (rotation.Phase == null || !RotationPhases.All.Contains(rotation.Phase))
        {
            yield return ArgsProblem.NotAllowed("rotation.phase", rotation.Phase ?? "", "a phase of a rotation", RotationPhases.All);
        }

        if (args.Generated is { } generated && (rotation.From is not { } from || from < 1 || from >= generated.Root))
        {
            var given = rotation.From is { } one ? $"{one} is no root to leave" : "required with generated";
            yield return new(
                "rotation.from",
                generated.Root > 1
                    ? $"{given}; allowed: 1 to {generated.Root - 1}, a generation before the root {generated.Root} that the rotation leads to"
                    : $"{given}: generated.root is {generated.Root}, and a rotation leads to a later generation; to start one: root: 2, rotation: {{from: 1, phase: prepare}}");
        }

        if (args.Provided != null && rotation.From != null)
        {
            yield return new("rotation.from", "only with generated: provided roots are named by nextRootCertificate and previousRootCertificate");
        }
    }
}
