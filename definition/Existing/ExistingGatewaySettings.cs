namespace MeshStack.Definition;

/// <summary>A gateway that runs in a cluster already.</summary>
public sealed record ExistingGatewaySettings
{
    /// <summary>Namespace that it runs in.</summary>
    [Key("namespace that it runs in", Required = true)]
    public string Namespace { get; init; } = "";

    /// <summary>Name of its Service.</summary>
    /// <value>Defaults to the name that Istio's documentation gives it: <c>istio-eastwestgateway</c> or
    /// <c>istio-ingressgateway</c>.</value>
    [Key("name of its Service", Default = "`istio-eastwestgateway` or `istio-ingressgateway`")]
    public string? Name { get; init; }

    /// <summary>Labels of its pods, by which objects of Istio choose it.</summary>
    /// <value>Defaults to <c>istio: eastwestgateway</c> or <c>istio: ingressgateway</c>.</value>
    [Key("labels of its pods", Default = "`istio: eastwestgateway` or `istio: ingressgateway`")]
    public IReadOnlyDictionary<string, string> Selector { get; init; } = Empty.Map<string>();

    /// <summary>Its service account, which servers behind it see.</summary>
    /// <value>Defaults to <see cref="Name"/>, as the chart makes it; istioctl calls it <c>NAME-service-account</c>.</value>
    [Key("its service account, which servers behind it see", Default = "its `name`, as with the chart; istioctl adds `-service-account`")]
    public string? ServiceAccount { get; init; }

    /// <summary>IP address or host name at which clients reach it.</summary>
    /// <value>Defaults to what the load balancer of its Service has, which an update reads.</value>
    [Key(
        "IP address or host name at which clients reach it; for `eastWest` its port 15443 must lead to the gateway",
        Default = "what the load balancer of its Service has, read by `pulumi`"
    )]
    public TextValue? Address { get; init; }

    /// <summary>The gateway as the objects that use it see it.</summary>
    /// <param name="installed">What it would be called if MeshStack had made it.</param>
    internal GatewayModel Model(GatewayModel installed) =>
        new(Name ?? installed.Name, Namespace, installed.Label, Address)
        {
            Selector = Selector.Count > 0 ? Selector : installed.Selector,
            ServiceAccount = ServiceAccount ?? Name ?? installed.Name,
        };

    /// <summary>What is given and cannot be.</summary>
    internal IEnumerable<ArgsProblem> Problems(string path)
    {
        if (Namespace.Length == 0)
        {
            yield return new(path + ".namespace", "required: the namespace that the gateway runs in");
        }

        foreach (
            var (key, name) in new[]
            {
                ("namespace", Namespace.Length == 0 ? null : Namespace),
                ("name", Name),
                ("serviceAccount", ServiceAccount),
            }
        )
        {
            if (name is not null && !KubernetesNames.IsSubdomain(name))
            {
                yield return new($"{path}.{key}", $"'{name}' is not a name that Kubernetes takes (a-z, 0-9, '-' and '.')");
            }
        }

        foreach (
            var (key, value) in Selector
                .Where(l => !KubernetesNames.IsLabelKey(l.Key) || !KubernetesNames.IsLabelValue(l.Value))
                .OrderBy(l => l.Key, StringComparer.Ordinal)
        )
        {
            yield return new($"{path}.selector.{key}", $"'{key}: {value}' is not a label");
        }

        if (AddressRules.OfGateway(Address) is { } wrong)
        {
            yield return new($"{path}.address", wrong);
        }
    }
}
