namespace MeshStack.Lifecycle.Tests.Engine.Providers;

/// <summary>Name of an object in a cluster.</summary>
internal sealed record ObjectKey(string Kind, string? Namespace, string Name)
{
    public override string ToString() => Namespace is null ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";

    public static ObjectKey From(PropertyMap manifest) =>
        new(manifest.TextAt("kind")!, manifest.TextAt("metadata", "namespace"), manifest.TextAt("metadata", "name")!);
}

/// <summary>What happened to an object.</summary>
/// <param name="Verb">Created, Patched, Updated, Deleted, or Cascaded for what went with its namespace.</param>
/// <param name="Object">The object.</param>
internal sealed record ClusterEvent(string Verb, ObjectKey Object)
{
    public override string ToString() => $"{Verb} {Object}";
}

/// <summary>A release of Helm. Source: https://helm.sh/docs/helm/helm_status/.</summary>
/// <param name="Status">deployed, failed, pending-install or pending-upgrade.</param>
/// <param name="Inputs">What it was installed with.</param>
internal sealed record HelmRelease(string Status, PropertyMap Inputs);

/// <summary>An API server with what it stores.</summary>
internal sealed class Cluster
{
    private readonly Dictionary<ObjectKey, LiveObject> _objects = [];
    private int _uids;

    public Cluster(string name)
    {
        Name = name;
        foreach (var given in new[] { "default", "kube-system" })
        {
            Add("Namespace", null, given);
        }

        Events.Clear();
    }

    public string Name { get; }

    public bool IsReachable { get; set; } = true;

    public List<ClusterEvent> Events { get; } = [];

    /// <summary>Releases by <c>namespace/name</c>.</summary>
    public Dictionary<string, HelmRelease> Releases { get; } = new(StringComparer.Ordinal);

    public IEnumerable<ObjectKey> Objects => _objects.Keys;

    /// <summary>Puts something there that no stack knows, such as somebody's workload.</summary>
    public ObjectKey Add(string kind, string? ns, string name)
    {
        var metadata = Properties.Map(("name", name));
        var manifest = Properties.Map(("kind", kind), ("metadata", ns is null ? metadata : metadata.Add("namespace", ns)));
        Create(manifest);
        return ObjectKey.From(manifest);
    }

    public bool Has(string kind, string? ns, string name) => _objects.ContainsKey(new(kind, ns, name));

    /// <summary>An object as it is now; null where there is none.</summary>
    public PropertyMap? Get(ObjectKey key) => _objects.GetValueOrDefault(key)?.Manifest();

    /// <summary>Makes an object, or with <paramref name="apply"/> applies it where it is there.</summary>
    public PropertyMap Create(PropertyMap manifest, FieldManager? apply = null)
    {
        var key = ObjectKey.From(manifest);
        NeedNamespace(key);
        if (_objects.TryGetValue(key, out var there) && apply is null)
        {
            throw new ProviderException(
                $"resource {key.Namespace}/{key.Name} was not successfully created by the Kubernetes API server: "
                    + $"{Plural(key.Kind)} \"{key.Name}\" already exists"
            );
        }

        there ??= new LiveObject($"uid-{Name}-{++_uids}");
        there.Apply(apply ?? FieldManager.OfWhatIsMade, manifest);
        return Stored(key, there, "Created");
    }

    public PropertyMap Update(FieldManager manager, PropertyMap manifest)
    {
        var key = ObjectKey.From(manifest);
        if (!_objects.TryGetValue(key, out var there))
        {
            NeedNamespace(key);
            there = new LiveObject($"uid-{Name}-{++_uids}");
        }

        there.TakeOver(manager);
        there.Apply(manager, manifest);
        return Stored(key, there, "Updated");
    }

    /// <summary>Applies some fields of an object, which comes to be where it is not there.</summary>
    public PropertyMap Patch(FieldManager manager, PropertyMap fields)
    {
        var key = ObjectKey.From(fields);
        NeedNamespace(key);
        var there = _objects.GetValueOrDefault(key) ?? new LiveObject($"uid-{Name}-{++_uids}");
        there.Apply(manager, fields);
        return Stored(key, there, "Patched");
    }

    /// <summary>Gives the fields of a manager back; the object stays.</summary>
    public void Unpatch(FieldManager manager, ObjectKey key)
    {
        if (_objects.TryGetValue(key, out var there) && there.Release(manager))
        {
            Events.Add(new("Unpatched", key));
        }
    }

    /// <summary>Deletes an object, and with a namespace all that is in it.</summary>
    public void Delete(ObjectKey key)
    {
        if (!_objects.Remove(key))
        {
            return;
        }

        Events.Add(new("Deleted", key));
        if (key.Kind != "Namespace")
        {
            return;
        }

        foreach (
            var inside in _objects.Keys.Where(o => o.Namespace == key.Name).OrderBy(o => o.ToString(), StringComparer.Ordinal).ToList()
        )
        {
            _objects.Remove(inside);
            Events.Add(new("Cascaded", inside));
        }

        // Helm keeps its releases in the namespace too.
        foreach (var release in Releases.Keys.Where(r => r.StartsWith(key.Name + "/", StringComparison.Ordinal)).ToList())
        {
            Releases.Remove(release);
        }
    }

    private PropertyMap Stored(ObjectKey key, LiveObject there, string verb)
    {
        _objects[key] = there;
        Events.Add(new(verb, key));
        return there.Manifest();
    }

    private void NeedNamespace(ObjectKey key)
    {
        if (key.Namespace is { } ns && !Has("Namespace", null, ns))
        {
            throw new ProviderException($"namespaces \"{ns}\" not found");
        }
    }

    private static string Plural(string kind)
    {
        var lower = kind.ToLowerInvariant();
        return lower.EndsWith('y') ? lower[..^1] + "ies" : lower + "s";
    }
}
