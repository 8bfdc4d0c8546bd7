using Pulumi.Deploying;

namespace Pulumi;

/// <summary>Base of everything that has a URN.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly List<ResourceTransformation>? _transformations;
    private Resource? _lastChild;

    /// <summary>Registers a resource with the running stack.</summary>
    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options, bool remote = false)
    {
        _type = !string.IsNullOrEmpty(type) ? type : throw new ArgumentException("'type' cannot be null or empty.", nameof(type));
        _name = !string.IsNullOrEmpty(name) ? name : throw new ArgumentException("'name' cannot be null or empty.", nameof(name));
        IsRemote = remote;
        var run = StackRun.Current;
        run.Enter(this);
        Parent =
            this is Stack
                ? null
                : options.Parent
                    ?? run.Root
                    ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        _transformations = options.TransformationsOrNull;
        (args, options) = Transform(args, options);
        Scope = ScopeOf(options, out var provider);
        options.Parent?.Adopt(this);
        new Registration(run, this, args, options, provider).Start();
    }

    /// <summary>Stands for a resource that is registered elsewhere.</summary>
    private protected Resource()
    {
        _type = "";
        _name = "";
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    /// <summary>The given parent, or the stack.</summary>
    internal Resource? Parent { get; }

    /// <summary>Providers for the children.</summary>
    internal ProviderScope? Scope { get; }

    internal bool IsRemote { get; }

    /// <summary>The youngest of those that name this one as their parent, from which the others follow by
    /// <see cref="PreviousSibling"/>.</summary>
    internal Resource? LastChild => Volatile.Read(ref _lastChild);

    internal Resource? PreviousSibling { get; private set; }

    public string GetResourceType() => _type;

    public string GetResourceName() => _name;

    internal void SetUrn(Output<string> urn) => Urn = urn;

    internal bool IsBelow(Resource ancestor)
    {
        for (var parent = Parent; parent is not null; parent = parent.Parent)
        {
            if (ReferenceEquals(parent, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private void Adopt(Resource child)
    {
        Resource? last;
        do
        {
            last = Volatile.Read(ref _lastChild);
            child.PreviousSibling = last;
        } while (Interlocked.CompareExchange(ref _lastChild, child, last) != last);
    }

    /// <summary>Own transformations first, then those of the parents from the inside out.</summary>
    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        var given = options.Parent;
        for (var level = this; level is not null; level = level.Parent)
        {
            foreach (var transformation in level._transformations ?? [])
            {
                if (transformation(new ResourceTransformationArgs(this, args, options)) is not { } result)
                {
                    continue;
                }

                if (!ReferenceEquals(result.Options.Parent, given))
                {
                    throw new ArgumentException("Transformations cannot currently be used to change the 'parent' of a resource.");
                }

                (args, options) = (result.Args, result.Options);
            }
        }

        return (args, options);
    }

    private ProviderScope? ScopeOf(ResourceOptions options, out ProviderResource? provider)
    {
        var scope = Parent?.Scope;
        provider = options.Provider;
        if (options is ComponentResourceOptions { ProvidersOrNull: { Count: > 0 } providers } && this is ComponentResource)
        {
            if (provider is not null)
            {
                throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", this);
            }

            foreach (var one in providers)
            {
                scope = ProviderScope.With(scope, one);
            }
        }

        provider ??= ProviderScope.FindForToken(scope, _type);
        return ProviderScope.With(scope, options.Provider);
    }
}
