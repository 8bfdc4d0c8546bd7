namespace Pulumi.Deploying;

/// <summary>Providers that a resource hands down to its children; shared by all descendants that add none.</summary>
internal sealed class ProviderScope
{
    private readonly ProviderScope? _outer;
    private readonly string _package;
    private readonly ProviderResource _provider;

    private ProviderScope(ProviderScope? outer, ProviderResource provider)
    {
        _outer = outer;
        _package = provider.Package;
        _provider = provider;
    }

    /// <summary>The scope with one more provider, which wins over earlier ones of its package.</summary>
    public static ProviderScope? With(ProviderScope? scope, ProviderResource? provider) =>
        provider is null || ReferenceEquals(Find(scope, provider.Package), provider) ? scope : new ProviderScope(scope, provider);

    /// <summary>The provider for a type or function token, whose first part is the package.</summary>
    public static ProviderResource? FindForToken(ProviderScope? scope, string token) =>
        scope is null ? null : Find(scope, token.AsSpan(0, Math.Max(0, token.IndexOf(':', StringComparison.Ordinal))));

    private static ProviderResource? Find(ProviderScope? scope, ReadOnlySpan<char> package)
    {
        for (; scope is not null; scope = scope._outer)
        {
            if (package.SequenceEqual(scope._package))
            {
                return scope._provider;
            }
        }

        return null;
    }
}
