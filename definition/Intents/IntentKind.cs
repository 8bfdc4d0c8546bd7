namespace MeshStack.Definition;

/// <summary>
/// A kind of intent: what its documents look like, what may be wrong with them, what they come to, and whom they concern.
/// A kind is one folder, and one line in <see cref="IntentKinds"/>.
/// </summary>
public abstract class IntentKind
{
    /// <summary>What <c>kind</c> says in its documents.</summary>
    public abstract string Name { get; }

    /// <summary>What such a document is for, in one sentence.</summary>
    public abstract string Summary { get; }

    /// <summary>Whether its documents have names, each for one of them.</summary>
    internal virtual bool IsNamed => true;

    /// <summary>The keys of its documents.</summary>
    internal IReadOnlyList<DeclaredKey> Keys =>
        [
            IntentKeys.Kind,
            .. IsNamed ? [IntentKeys.Name, IntentKeys.Owner, IntentKeys.Description] : Array.Empty<DeclaredKey>(),
            .. DeclaredKey.Of(Declares),
        ];

    /// <summary>The record whose properties declare the keys.</summary>
    internal abstract Type Declares { get; }

    /// <summary>The types of the components that it plans, without their module, in the order in which reports show them.</summary>
    internal virtual IReadOnlyList<string> ComponentTypes => [];

    /// <summary>Whether an intent is one of this kind.</summary>
    internal abstract bool Made(Intent intent);

    /// <summary>Reads a document; what is wrong with it by itself is reported.</summary>
    internal abstract IntentDocument Read(IntentReader reader);

    /// <summary>Reports what only the whole definition shows of its documents; returns what they ask for.</summary>
    internal abstract IEnumerable<Intent> Check(IntentChecks checks);

    /// <summary>Whether its intents are planned for the stacks of others too, which have a part of them or name them.</summary>
    internal virtual bool IsSharedAcrossStacks => false;

    /// <summary>Plans what an intent comes to; kinds that are planned before have been.</summary>
    internal abstract void Plan(Intent intent, IntentPlanning planning);

    /// <summary>Which requests an intent can have a say in; null where that may be any.</summary>
    internal abstract IntentReach? Reach(Intent intent);
}
