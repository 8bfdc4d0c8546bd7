namespace MeshStack.Lifecycle.Tests.Engine.Providers;

/// <summary>pulumi-kubernetes 4.32.0, as far as the order of steps depends on it: what exists, what has to be replaced, what cannot be
/// reached.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi-kubernetes/blob/v4.32.0/provider/pkg/provider/provider.go.</remarks>
internal sealed class KubernetesProvider(World world, PropertyMap config) : IResourceProvider
{
    private const string ManagerKey = "__fieldManager";
    private const string Unreachable = "configured Kubernetes cluster is unreachable";
    private const string RemoveFromState =
        "If the cluster was deleted, you can remove this resource from Pulumi state by rerunning the operation with the "
        + "PULUMI_K8S_DELETE_UNREACHABLE environment variable set to \"true\"";

    /// <summary>The cluster that the context leads to now; null where it cannot be reached.</summary>
    private Cluster? Reached =>
        world.Contexts.TryGetValue(config.TextAt("context") ?? "", out var context)
        && world[context.Cluster] is { IsReachable: true } cluster
            ? cluster
            : null;

    /// <summary>True where a preview says that it would pass a cluster over.</summary>
    public bool IsSkipped => Reached is null && Flag("skipUpdateUnreachable");

    private Cluster Server => Reached ?? throw new ProviderException(Unreachable);

    public static ImmutableArray<string> ChangedKeys(PropertyMap olds, PropertyMap news) =>
        [
            .. olds
                .Keys.Union(news.Keys, StringComparer.Ordinal)
                .Where(key => !Properties.Same(olds.GetValueOrDefault(key), news.GetValueOrDefault(key)))
                .Order(StringComparer.Ordinal),
        ];

    // With skipUpdateUnreachable the old inputs stand for the new ones, so that nothing seems to have changed.
    public PropertyMap Check(PropertyMap? olds, PropertyMap news) => IsSkipped ? olds ?? PropertyMap.Empty : news;

    public DiffResult Diff(ResourceState old, PropertyMap news)
    {
        var changed = ChangedKeys(old.Inputs, news);
        if (changed.Length == 0)
        {
            return DiffResult.None;
        }

        if (IsRelease(old.Urn))
        {
            return new(true, [.. changed.Where(key => key is "name" or "namespace")]);
        }

        var identity = new[] { "name", "namespace" }
            .Where(field => Changed(["metadata", field]))
            .Select(field => "metadata." + field)
            .ToImmutableArray();
        var replaces = identity.AddRange(changed.Where(key => IsFrozen(old.Type, key, news)));
        return new(true, replaces, DeleteBeforeReplace: replaces.Length > 0 && identity.Length == 0);

        bool Changed(ReadOnlySpan<string> path) =>
            news.At(path) is not Properties.Unknown && !Properties.Same(old.Inputs.At(path), news.At(path));
    }

    public (string Id, PropertyMap Outputs) Create(string urn, PropertyMap inputs)
    {
        if (IsRelease(urn))
        {
            return ($"{inputs.TextAt("namespace")}/{inputs.TextAt("name")}", HelmReleases.Install(Server, inputs, world.IsCut));
        }

        var manifest = Filled(urn, Manifest(urn, inputs));
        var upsert = Flag("upsertExistingObjects") || world.UpsertExistingObjects;
        var manager = Manager(world.MakeUp(urn, "field manager"));
        var stored = IsPatch(urn) ? Server.Patch(manager, manifest) : Server.Create(manifest, upsert ? manager : null);
        return (IdOf(manifest), stored.SetItem(ManagerKey, manager.Name));
    }

    public PropertyMap Update(ResourceState old, PropertyMap news)
    {
        if (IsRelease(old.Urn))
        {
            return HelmReleases.Upgrade(Server, news, world.IsCut);
        }

        var manifest = Filled(old.Urn, Manifest(old.Urn, news));
        var manager = Manager(old.Outputs.TextAt(ManagerKey)!);
        var stored = IsPatch(old.Urn) ? Server.Patch(manager, manifest) : Server.Update(manager, manifest);
        return stored.SetItem(ManagerKey, manager.Name);
    }

    public void Delete(ResourceState old)
    {
        // A release asks for its cluster before anybody looks at the variable.
        if (IsRelease(old.Urn))
        {
            var cluster = Reached ?? throw new ProviderException("can't delete Helm Release with unreachable cluster");
            HelmReleases.Uninstall(cluster, old.Inputs);
            return;
        }

        if (Reached is null)
        {
            if (world.DeleteUnreachable)
            {
                return;
            }

            throw new ProviderException($"{Unreachable}. {RemoveFromState}");
        }

        var key = ObjectKey.From(Manifest(old.Urn, old.Inputs));
        if (IsPatch(old.Urn))
        {
            Server.Unpatch(Manager(old.Outputs.TextAt(ManagerKey)!), key);
        }
        else
        {
            Server.Delete(key);
        }
    }

    public (PropertyMap Inputs, PropertyMap Outputs)? Read(string urn, string id, PropertyMap inputs, PropertyMap outputs)
    {
        if (Reached is null)
        {
            return world.DeleteUnreachable ? null
                : Flag("skipUpdateUnreachable") ? (inputs, outputs)
                : throw new ProviderException($"failed to read resource state due to unreachable cluster. {RemoveFromState}");
        }

        if (IsRelease(urn))
        {
            return HelmReleases.Status(Server, id) is { } status ? (inputs, outputs.SetItem("status", status)) : null;
        }

        var slash = id.IndexOf('/', StringComparison.Ordinal);
        var live = Server.Get(new(KindOf(urn), slash < 0 ? null : id[..slash], id[(slash + 1)..]));
        return live is null ? null : ((PropertyMap)Pruned(live, inputs), live.SetItem(ManagerKey, outputs.TextAt(ManagerKey) ?? ""));
    }

    private static bool IsRelease(string urn) => Urn.Type(urn).StartsWith("kubernetes:helm.sh/", StringComparison.Ordinal);

    private static bool IsPatch(string urn) => Urn.Type(urn).EndsWith("Patch", StringComparison.Ordinal);

    private static string KindOf(string urn) => Urn.Type(urn).Split(':')[^1] is var kind && IsPatch(urn) ? kind[..^"Patch".Length] : kind;

    /// <summary>The name goes with the resource, whatever it is called.</summary>
    private FieldManager Manager(string name) => new(name, Flag("enablePatchForce") || !world.HasFieldManagers);

    private static PropertyMap Manifest(string urn, PropertyMap inputs) => inputs.SetItem("kind", KindOf(urn));

    private static string IdOf(PropertyMap manifest) =>
        manifest.TextAt("metadata", "namespace") is { } ns
            ? $"{ns}/{manifest.TextAt("metadata", "name")}"
            : manifest.TextAt("metadata", "name")!;

    private bool Flag(string key) => config.GetValueOrDefault(key) is true or "true";

    /// <summary>What no update of an object can change.</summary>
    /// <remarks>Source: https://github.com/pulumi/pulumi-kubernetes/blob/v4.32.0/provider/pkg/provider/diff.go. Secrets and ConfigMaps are
    /// held to be immutable, unless the provider is told otherwise.</remarks>
    private bool IsFrozen(string type, string key, PropertyMap news) =>
        type switch
        {
            "kubernetes:core/v1:Secret" => key is "type" or "stringData" or "data"
                && (!Flag("enableSecretMutable") || news.At("immutable") is true),
            "kubernetes:core/v1:ConfigMap" => key is "data" or "binaryData"
                && (!Flag("enableConfigMapMutable") || news.At("immutable") is true),
            _ => key is "kind",
        };

    // What controllers of the cluster fill in.
    private PropertyMap Filled(string urn, PropertyMap manifest) =>
        (manifest.TextAt("kind"), manifest.TextAt("type")) switch
        {
            ("Secret", "kubernetes.io/service-account-token") => manifest.With(
                ["data"],
                Properties.Map(("token", Base64("token")), ("ca.crt", Base64("ca.crt")), ("namespace", Base64("namespace")))
            ),
            ("Service", _) when manifest.TextAt("spec", "type") == "LoadBalancer" => HelmReleases.WithAddress(manifest, Server.Name),
            _ => manifest,
        };

    private string Base64(string what) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{what} of {Server.Name}"));

    // Of what is there only that which was asked for.
    private static object Pruned(object live, object asked) =>
        live is PropertyMap there && asked is PropertyMap inputs
            ? inputs.Aggregate(
                inputs,
                (map, input) =>
                    there.TryGetValue(input.Key, out var value) ? map.SetItem(input.Key, Pruned(value, input.Value)) : map.Remove(input.Key)
            )
            : live;
}
