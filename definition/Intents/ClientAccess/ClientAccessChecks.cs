namespace MeshStack.Definition.Intents;

/// <summary>What only the whole definition shows of accesses: names that nothing has, and calls that would not get through.</summary>
internal sealed class ClientAccessChecks(IntentChecks checks)
{
    private readonly ServiceRoutes _routes = new(checks);

    private readonly CrossStackChecks _across = new(checks);

    // Endings of the policies that an InboundService makes: an access of such a name would overwrite one.
    private static readonly string[] ReservedEndings = ["-" + InboundServicePlanner.AllowNothingPolicy, "-passthrough"];

    private readonly CallerNames _names = new(checks);

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
        DnsCapture(found.SelectMany(f => f.Intent.Args.Each));
        Again(found);
        foreach (var (document, intent) in found)
        {
            _names.Accounts(document, OwnOf(intent.Args));
        }

        return found.Select(f => f.Intent);
    }

    /// <summary>What is granted already, by another access or by another rule of the same.</summary>
    private void Again(List<(ClientAccessDocument Document, Intent<ClientAccessIntent> Intent)> found)
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

        // Whoever covers an access lets in its first caller.
        var byCaller = found
            .SelectMany((f, i) => f.Intent.Args.Each.Select(one => (Key: KeyOf(f.Document, one), Index: i)).Distinct())
            .ToLookup(one => one.Key, one => one.Index);
        var covered = new HashSet<int>();
        for (var i = found.Count - 1; i >= 0; i--)
        {
            var (document, intent) = found[i];
            var by = intent.Args.Each is [var first, ..]
                ? byCaller[KeyOf(document, first)]
                    .Where(j => j != i && !covered.Contains(j) && GrantedRequests.Covers(found[j].Intent.Args, intent.Args))
                    .Cast<int?>()
                    .FirstOrDefault()
                : null;
            if (by is { } other && covered.Add(i))
            {
                checks.Warning(
                    document,
                    "",
                    $"lets nobody in whom {found[other].Document.Name} at {IntentChecks.At(found[other].Document)} does not: remove it, or "
                        + "narrow that one"
                );
            }
        }
    }

    private static (string Service, string? Cluster, string? Namespace) KeyOf(ClientAccessDocument document, ClientAccessIntent one) =>
        (document.Service, one.ControlPlane?.Cluster.Name, one.Namespace);

    // What is wrong with callers of a group is said at the group.
    private static IEnumerable<NamedMember> OwnOf(ClientAccessIntent access) =>
        access.Members.Where(member => member.Of.Group is null && member.ControlPlane.Value is not null);

    private static int? Covering(IReadOnlyList<AccessRule> rules, int one) =>
        Enumerable
            .Range(0, rules.Count)
            .Where(i =>
                i != one && GrantedRequests.Covers(rules[i], rules[one]) && (i < one || !GrantedRequests.Covers(rules[one], rules[i]))
            )
            .Cast<int?>()
            .FirstOrDefault();

    private Intent<ClientAccessIntent>? Check(ClientAccessDocument access)
    {
        if (ReservedEndings.FirstOrDefault(e => access.Name.EndsWith(e, StringComparison.Ordinal)) is { } ending)
        {
            checks.Error(access, "name", $"'{access.Name}' ends in {ending}, which is kept for the policies of services");
        }

        var own = OwnOf(access.Asked).ToList();
        var isPlaced = _names.Placed(access, own).Count == own.Count;
        UnknownGroups(access);
        var service = checks.Find<InboundServiceDocument>(access.Service);
        if (service is null && access.Service.Length > 0)
        {
            checks.Unknown(access, "service", "InboundService", access.Service, checks.Of<InboundServiceDocument>().Select(s => s.Name));
        }

        if (service is not { IsPlaced: true } || !isPlaced)
        {
            checks.Report(access, ClientAccessRules.OfItself(access.Asked));
            return null;
        }

        var intent = access.For(_routes.Routed(service), checks);
        _names.Namespaces(access, OwnOf(intent));
        checks.Report(access, intent.Problems());
        foreach (var member in intent.Members)
        {
            foreach (var one in intent.Of(member).Places)
            {
                Ambient(access, member, one);
            }
        }

        _ = _across.Grants(access, service, intent);
        return new(access.Name, access.Location, intent) { Service = service.Name };
    }

    private void UnknownGroups(ClientAccessDocument access)
    {
        foreach (var problem in OverlappingGrants.Twice("groups", access.Groups))
        {
            checks.Report(access, [problem]);
        }

        foreach (var group in access.Asked.Callers.Where(group => checks.Find<CallerGroupDocument>(group.Group!) is null))
        {
            checks.Unknown(access, group.At, "CallerGroup", group.Group!, checks.Of<CallerGroupDocument>().Select(known => known.Name));
        }
    }

    /// <summary>Between clusters, calls go from a sidecar to a sidecar or a gateway: ztunnel neither sends nor takes them.</summary>
    private void Ambient(ClientAccessDocument access, NamedMember caller, ClientAccessIntent intent)
    {
        var target = intent.Service;
        if (intent.ControlPlane is not { } client || !intent.IsRemote)
        {
            return;
        }

        var serving = target.ControlPlane.Cluster.Name;
        var ends = new[]
        {
            (Cluster: checks.Cluster(client.Cluster.Name)!, intent.Namespace, Path: caller.PathOf("cluster")),
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

    private void DnsCapture(IEnumerable<ClientAccessIntent> found)
    {
        var importing = found
            .Where(a => a.IsRemote || a.UsesImport)
            .Select(a => a.ControlPlane!.Cluster.Name)
            .ToHashSet(StringComparer.Ordinal);
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
