using System.Collections.Immutable;
using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>The kinds of intents, in the order in which they are planned: the only list of them.</summary>
public sealed class IntentKinds
{
    // What the environment itself comes to.
    private static readonly string[] OfTheMesh = ["Mesh", "IstioInstall", "ExternalControlPlane"];

    private readonly ImmutableArray<IntentKind> _kinds;

    private IntentKinds(ImmutableArray<IntentKind> kinds)
    {
        _kinds = kinds;
        ComponentTypes = [.. OfTheMesh, .. kinds.SelectMany(k => k.ComponentTypes)];
    }

    /// <summary>The kinds that MeshStack has.</summary>
    public static IntentKinds Standard { get; } =
        new([new InboundServiceKind(), new ServiceRouteKind(), new CallerGroupKind(), new ClientAccessKind(), new InvariantsKind()]);

    /// <summary>The kinds, in the order in which they are planned.</summary>
    public IReadOnlyList<IntentKind> All => _kinds;

    /// <summary>The types of components, without their module, in the order in which reports show them.</summary>
    public IReadOnlyList<string> ComponentTypes { get; }

    /// <summary>These kinds and a further one, planned last.</summary>
    /// <exception cref="ArgumentException">There is a kind of that name.</exception>
    internal IntentKinds With(IntentKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return Find(kind.Name) is null
            ? new(_kinds.Add(kind))
            : throw new ArgumentException($"there is a kind {kind.Name} already", nameof(kind));
    }

    /// <summary>The kind of a name; null where there is none.</summary>
    internal IntentKind? Find(string name) => _kinds.FirstOrDefault(k => k.Name == name);

    /// <summary>The kind of an intent.</summary>
    internal IntentKind Of(Intent intent) => _kinds.First(k => k.Made(intent));

    /// <summary>Intents by the order of their kinds, then by name.</summary>
    internal ImmutableArray<Intent> Sorted(IEnumerable<Intent> intents) =>
        [.. intents.OrderBy(i => _kinds.IndexOf(Of(i))).ThenBy(i => i.Name, StringComparer.Ordinal)];
}
