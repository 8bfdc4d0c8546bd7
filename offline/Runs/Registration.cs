using System.Collections.Immutable;
using MeshStack.Manifests;
using MeshStack.Offline.Inputs;
using Pulumi;
using Pulumi.Utilities;

namespace MeshStack.Offline.Runs;

/// <summary>One resource on its way: what the transformation saw of it, and what the mocks saw later.</summary>
internal sealed class Registration(ResourceId id, Registration? parent, ResourceTransformationArgs seen)
{
    private ResourceArgs? _args = seen.Args;
    private ResourceOptions? _options = seen.Options;
    private Input<string>? _id = seen.Options.Id;
    private int _arrivals;

    public ResourceId Id => id;

    public Registration? Parent => parent;

    public Type ResourceType { get; } = seen.Resource.GetType();

    public bool IsComponent { get; } = seen.Resource is ComponentResource;

    public bool IsProvider { get; } = seen.Resource is ProviderResource;

    /// <summary>True where the options name an existing resource; generated classes say by an empty id that theirs is a new one.</summary>
    public bool IsRead { get; private set; }

    /// <summary>The Kubernetes provider among the options, which a component that no engine expands shows nowhere else.</summary>
    public string? GivenProvider { get; } = GivenProviderOf(seen.Options);

    public ObjectMap? Inputs { get; private set; }

    /// <summary>The reference as the mocks see it, or null where there is none.</summary>
    public string? Provider { get; private set; }

    /// <summary>The id that is read, empty where it is unknown.</summary>
    public string ReadId { get; private set; } = "";

    public IReadOnlyList<InputPath> Secrets { get; private set; } = [];

    public IReadOnlyList<InputPath> Unknowns { get; private set; } = [];

    /// <summary>The names of inputs that were given, are known, and did not arrive.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public ImmutableArray<ResourceId> DependsOn { get; private set; } = [];

    /// <summary>The resources whose outputs are among its inputs.</summary>
    public ImmutableArray<ResourceId> InputsFrom { get; private set; } = [];

    public RecordedOptions Options { get; } = OptionsReader.Read(seen.Options);

    /// <summary>The resources that have this one's type and name too.</summary>
    public List<Registration> Twins { get; } = [];

    /// <summary>True for the first of the calls that the mocks get for this type and name.</summary>
    public bool IsFirstArrival() => Interlocked.Exchange(ref _arrivals, 1) == 0;

    /// <summary>Takes what arrived at the mocks, and looks through the args that it came from.</summary>
    public async Task ArriveAsync(ObjectMap inputs, string? provider)
    {
        if (_id is not null)
        {
            await ReadAsync(_id.ToOutput()).ConfigureAwait(false);
            _id = null;
        }

        Inputs = inputs;
        Provider = string.IsNullOrEmpty(provider) ? null : provider;
        LookThrough(isLast: false);
    }

    /// <summary>Looks through the args again if some of them had not been worked out; afterwards they are let go.</summary>
    public void Settle()
    {
        if (_options is not null && Inputs is not null)
        {
            LookThrough(isLast: true);
        }

        _args = null;
        _options = null;
    }

    /// <summary>What it says it depends on, as far as that is known.</summary>
    public IEnumerable<Resource> CurrentDependencies() => _options is null ? [] : ResourcesIn(_options) ?? [];

    // What the transformation saw may not have been worked out yet; before it asks the mocks, the SDK itself waits for it.
    private async Task ReadAsync(Output<string> id)
    {
        var isKnown = await OutputUtilities.GetIsKnownAsync(id).ConfigureAwait(false);
        ReadId = isKnown ? await OutputUtilities.GetValueAsync(id).ConfigureAwait(false) ?? "" : "";
        IsRead = !isKnown || ReadId.Length > 0;
    }

    private void LookThrough(bool isLast)
    {
        var isIncomplete = _args is not null && ValueReader.From(_args.GetType()) is ArgsReader reader && !ReadArgs(_args, reader);
        var dependencies = ResourcesIn(_options!);
        if (!isLast && (isIncomplete || dependencies is null))
        {
            return;
        }

        DependsOn = dependencies is null or { Length: 0 } ? [] : [.. dependencies.Value.Select(IdOf).Distinct().Order(ResourceId.Order)];
        _args = null;
        _options = null;
    }

    private bool ReadArgs(ResourceArgs args, ArgsReader reader)
    {
        var secrets = new InputWalk(seeksUnknowns: false);
        reader.Read(args, secrets);
        Secrets = secrets.Found;
        InputsFrom = [.. secrets.Origins.Select(IdOf).Distinct().Order(ResourceId.Order)];
        if (IsComponent || IsProvider)
        {
            return !secrets.IsIncomplete;
        }

        var unknowns = new InputWalk(seeksUnknowns: true);
        Missing = reader.ReadLost(args, Inputs!, unknowns);
        Unknowns = unknowns.Found;
        return !secrets.IsIncomplete && !unknowns.IsIncomplete;
    }

    private static ResourceId IdOf(Resource resource) => new(resource.GetResourceType(), resource.GetResourceName());

    private static ImmutableArray<Resource>? ResourcesIn(ResourceOptions options)
    {
        if (options.DependsOn is not { } dependsOn)
        {
            return [];
        }

        var resources = OutputUtilities.GetValueAsync(dependsOn.ToOutput());
        return !resources.IsCompleted ? null
            : resources.IsCompletedSuccessfully && !resources.Result.IsDefaultOrEmpty
                ? [.. resources.Result.Where(resource => resource is not null)]
            : [];
    }

    private static string? GivenProviderOf(ResourceOptions options)
    {
        var all = options is ComponentResourceOptions { Providers: { Count: > 0 } providers }
            ? providers.Prepend(options.Provider)
            : [options.Provider];
        return all.LastOrDefault(provider => provider?.GetResourceType() == PulumiTypes.KubernetesProvider)?.GetResourceName();
    }
}
