using MeshStack.Manifests;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;

namespace MeshStack.Registration;

/// <summary>Registers a plan: the same resources, in the same order, with outputs in place of late values.</summary>
/// <param name="resources">The resources that there are already; those of the plan are added.</param>
/// <param name="values">The values that are known to come.</param>
internal sealed class Registrar(Resources resources, EngineValues values)
{
    private readonly HashSet<ResourceId> _finished = [];

    /// <summary>Registers what is not there yet.</summary>
    public void Register(Plan plan)
    {
        foreach (var planned in plan.Resources.Where(planned => !resources.Has(planned.Key)))
        {
            if (planned.ReadId is not null)
            {
                Read(planned);
                continue;
            }

            var made = planned.IsComponent ? Component(planned) : Create(planned);
            resources.Add(made);
            if (planned.Key.Type == PulumiTypes.KubernetesProvider)
            {
                resources.AddProvider(planned.Cluster!, (ProviderResource)made);
            }

            Provide(planned, made);
        }

        foreach (var check in plan.Checks)
        {
            _ = values.Passed(check);
        }

        foreach (var planned in plan.Resources.Where(r => r.IsComponent && _finished.Add(r.Key)))
        {
            (resources[planned.Key] as IPlannedComponent)?.Finish(planned, values);
        }

        foreach (var notice in plan.Notices)
        {
            Tell(notice);
        }
    }

    private Resource Component(PlannedResource planned)
    {
        var options = new ComponentResourceOptions { Parent = Parent(planned) };
        FormerNames.AddTo(options, planned.FormerNames);
        if (planned.Key.Type == PulumiTypes.ConfigFile)
        {
            options.Provider = ProviderOf(planned, options);
            return ReleaseKinds.File(planned, options);
        }

        return PlannedComponents.Create(planned.Key, options);
    }

    private Resource Create(PlannedResource planned)
    {
        var options = Options(planned);
        return CoreKinds.Create(planned, options, values)
            ?? ReleaseKinds.Create(planned, options, values)
            ?? TlsKinds.Create(planned, options, values)
            ?? new PlannedObject(planned.Key.Name, CustomKinds.Args(planned, values), options);
    }

    private void Provide(PlannedResource planned, Resource made)
    {
        foreach (var (output, value) in planned.Provides)
        {
            values.Provide(
                value,
                made is Secret secret ? Filled(secret, output["data.".Length..], planned) : TlsKinds.OutputOf(made, output)!
            );
        }
    }

    private static Output<string> Filled(Secret secret, string key, PlannedResource planned) =>
        Output.CreateSecret(
            secret.Data.Apply(data =>
                data?.GetValueOrDefault(key)
                ?? throw new ResourceException(
                    $"the token secret of {planned.Cluster} has no {key} yet: its controller fills it in; run the update again",
                    secret,
                    hideStack: true
                )
            )
        );

    private void Read(PlannedResource planned)
    {
        // Whoever knows the address already needs no cluster for it.
        if (planned.Provides.Values.All(values.Has))
        {
            return;
        }

        if (planned.Key.Type == PulumiTypes.StackReference)
        {
            resources.Add(OtherStacks.Read(planned, values));
            return;
        }

        var options = Options(planned);
        var release = planned.ReadAfter is { } maker ? (Release)resources[maker] : null;
        foreach (var (output, value) in planned.Provides)
        {
            values.Provide(value, ServiceAddress.Of(planned, release, options, mustBeIp: output == LoadBalancerAddress.IpOutput));
        }
    }

    private void Tell(LateNotice notice) =>
        values
            .Of(notice.Value)
            .Apply(value =>
            {
                if (!Deployment.Instance.IsDryRun)
                {
                    Log.Info(notice.Say(value), resources[notice.About]);
                }

                return value;
            });

    private CustomResourceOptions Options(PlannedResource planned)
    {
        var options = new CustomResourceOptions
        {
            Parent = Parent(planned),
            DependsOn = planned.After.Select(key => (Input<Resource>)resources[key]).ToArray(),
        };
        FormerNames.AddTo(options, planned.FormerNames);
        options.IgnoreChanges.AddRange(planned.IgnoreChanges);
        if (planned.Protect)
        {
            options.Protect = true;
        }

        if (planned.RetainOnDelete)
        {
            options.RetainOnDelete = true;
        }

        // Those of a Kubernetes Secret its generated class adds itself.
        if (planned.Key.Type != PulumiTypes.Secret)
        {
            options.AdditionalSecretOutputs.AddRange(planned.SecretOutputs);
        }

        if (planned.Key.Type != PulumiTypes.KubernetesProvider && planned.Cluster is not null)
        {
            options.Provider = ProviderOf(planned, options);
        }

        return options;
    }

    private ProviderResource ProviderOf(PlannedResource planned, ResourceOptions options) =>
        resources.ProviderOf(planned.Cluster!)
        ?? throw new ResourceException($"control plane of {planned.Cluster}: Provider is required", options.Parent!, hideStack: true);

    private Resource? Parent(PlannedResource planned) => planned.Parent is { } parent ? resources[parent] : null;
}
