namespace MeshStack.Definition.Intents;

/// <summary>What only the whole definition shows of accesses: names that nothing has, and calls that would not get through.</summary>
internal sealed class ClientAccessChecks(IntentChecks checks)
{
    // Endings of the policies that an InboundService makes: an access of such a name would overwrite one.
    private static readonly string[] ReservedEndings = ["-" + InboundServicePlanner.AllowNothingPolicy, "-passthrough"];

    /// <summary>Reports what is wrong; returns the accesses whose service and cluster are there.</summary>
    public IEnumerable<Intent> Check()
    {
        List<(ClientAccessDocument Document, Intent<ClientAccessIntent> Intent)> found =
        [
            .. from document in checks.Of<ClientAccessDocument>()
            let intent = Check(document)
            where intent is not null
            select (document, intent),
        ];
        DnsCapture(found.Select(f => f.Intent));
        Again(found);
        Accounts(found);
        return found.Select(f => f.Intent);
    }

    /// <summary>What is granted already, by another access or by another rule of the same.</summary>
    private void Again(IReadOnlyList<(ClientAccessDocument Document, Intent<ClientAccessIntent> Intent)> found)
    {
        foreach (var (document, intent) in found)
        {
            var rules = intent.Args.Access;
            for (var i = 0; i < rules.Count; i++)
            {
                if (Covering(rules, i) is { } by)
                {
                    checks.Warning(
                        document,
                        FormattableString.Invariant($"access[{i}]"),
                        FormattableString.Invariant($"allows nothing that access[{by}] does not: remove it")
                    );
                }
            }
        }

        foreach (
            var same in found.GroupBy(f => (f.Document.Service, f.Document.Cluster, f.Intent.Args.Namespace)).Where(g => g.Count() > 1)
        )
        {
            var all = same.ToList();
            var covered = new HashSet<int>();
            for (var i = all.Count - 1; i >= 0; i--)
            {
                var by = Enumerable
                    .Range(0, all.Count)
                    .Where(j => j != i && !covered.Contains(j) && GrantedRequests.Covers(all[j].Intent.Args, all[i].Intent.Args))
                    .Cast<int?>()
                    .FirstOrDefault();
                if (by is { } other && covered.Add(i))
                {
                    checks.Warning(
                        all[i].Document,
                        "",
                        $"lets nobody in whom {all[other].Document.Name} at {IntentChecks.At(all[other].Document)} does not: remove it, or "
                            + "narrow that one"
                    );
                }
            }
        }
    }

    private static int? Covering(IReadOnlyList<AccessRule> rules, int one) =>
        Enumerable
            .Range(0, rules.Count)
            .Where(i =>
                i != one && GrantedRequests.Covers(rules[i], rules[one]) && (i < one || !GrantedRequests.Covers(rules[one], rules[i]))
            )
            .Cast<int?>()
            .FirstOrDefault();

    /// <summary>Service accounts that nothing has, and that are near to one of a service in the same namespace.</summary>
    private void Accounts(IReadOnlyList<(ClientAccessDocument Document, Intent<ClientAccessIntent> Intent)> found)
    {
        var declared = checks
            .Of<InboundServiceDocument>()
            .Where(s => s.Intent.ServiceAccount is not null)
            .ToLookup(s => (s.Cluster, s.Intent.Namespace), s => s.Intent.ServiceAccount!);
        var uses = found.GroupBy(f => (f.Document.Cluster, f.Intent.Args.Namespace, f.Intent.Args.ServiceAccount));
        foreach (var ((cluster, ns, account), by) in uses.Select(g => (g.Key, g.ToList())))
        {
            if (
                cluster is not null
                && ns is not null
                && account is not null
                && declared[(cluster, ns)].ToList() is { Count: > 0 } known
                && !known.Contains(account, StringComparer.Ordinal)
                && known.FirstOrDefault(other => NearMiss.Of(account, other)) is { } meant
            )
            {
                foreach (var (document, _) in by)
                {
                    checks.Warning(
                        document,
                        "serviceAccount",
                        $"no service of {cluster}/{ns} has the service account '{account}'; did you mean {meant}?"
                    );
                }
            }
        }
    }

    private Intent<ClientAccessIntent>? Check(ClientAccessDocument access)
    {
        if (ReservedEndings.FirstOrDefault(e => access.Name.EndsWith(e, StringComparison.Ordinal)) is { } ending)
        {
            checks.Error(access, "name", $"'{access.Name}' ends in {ending}, which is kept for the policies of services");
        }

        var controlPlane = access.Cluster is { } name ? checks.Cluster(access, name)?.ControlPlane : null;
        var service = checks.Find<InboundServiceDocument>(access.Service);
        if (service is null && access.Service.Length > 0)
        {
            checks.Unknown(access, "service", "InboundService", access.Service, checks.Of<InboundServiceDocument>().Select(s => s.Name));
        }

        if (service is not { IsPlaced: true } || (access.Cluster is not null && controlPlane is null))
        {
            checks.Report(access, ClientAccessRules.OfItself(access.Asked, access.Cluster is not null));
            return null;
        }

        var intent = access.For(service.Intent, controlPlane);
        if (controlPlane is not null && intent.Namespace is { Length: > 0 } ns)
        {
            checks.NamespaceIsMeant(access, checks.Cluster(access.Cluster!)!, ns);
        }

        checks.Report(access, intent.Problems());
        Ambient(access, intent);
        return new(access.Name, access.Location, intent) { Service = service.Name };
    }

    /// <summary>Between clusters, calls go from a sidecar to a sidecar or a gateway: ztunnel neither sends nor takes them.</summary>
    private void Ambient(ClientAccessDocument access, ClientAccessIntent intent)
    {
        var target = intent.Service;
        if (intent.ControlPlane is not { } client || !intent.IsRemote)
        {
            return;
        }

        var serving = target.ControlPlane.Cluster.Name;
        var ends = new[]
        {
            (Cluster: checks.Cluster(client.Cluster.Name)!, intent.Namespace, Path: "cluster"),
            (Cluster: checks.Cluster(serving)!, Namespace: target.Sidecar ? target.Namespace : null, Path: "service"),
        };
        foreach (var (cluster, ns, path) in ends.Where(e => e.Cluster.Install.IsAmbient && e.Namespace is not null))
        {
            var given = cluster.Member.Namespaces.GetValueOrDefault(ns!);
            if (given?.Injection == "ambient")
            {
                checks.Error(
                    access,
                    path,
                    $"{cluster.Name}/{ns} is ambient, and a call from {client.Cluster.Name} to {serving} needs a sidecar there: "
                        + "ztunnel does not send calls through another cluster's east-west gateway, nor take them from it; "
                        + "give the namespace sidecars (injection: enabled)"
                );
            }
            else if (given is null)
            {
                checks.Warning(
                    access,
                    path,
                    $"{cluster.Name} is ambient, and nothing says what {ns} is: a call from {client.Cluster.Name} to {serving} "
                        + "gets through only with sidecars there; list the namespace under meshstack:namespaces"
                );
            }
        }
    }

    private void DnsCapture(IEnumerable<Intent<ClientAccessIntent>> found)
    {
        var importing = found.Where(a => a.Args.IsRemote).Select(a => a.Args.ControlPlane!.Cluster.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var cluster in checks.Clusters.Where(c => !c.Install.DnsCapture && importing.Contains(c.Name)))
        {
            checks.Warning(
                cluster,
                "istio.dnsCapture",
                "false, but workloads of this cluster call services of others: "
                    + "their hosts will not resolve unless something else answers for them"
            );
        }
    }
}
