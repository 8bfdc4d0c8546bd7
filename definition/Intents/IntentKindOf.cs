namespace MeshStack.Definition;

/// <summary>A kind whose intents are of one type.</summary>
/// <typeparam name="TIntent">What its documents ask for.</typeparam>
internal abstract class IntentKind<TIntent> : IntentKind
    where TIntent : class
{
    internal override Type Declares => typeof(TIntent);

    internal sealed override bool Made(Intent intent) => intent is Intent<TIntent>;

    internal sealed override void Plan(Intent intent, IntentPlanning planning) => Plan((Intent<TIntent>)intent, planning);

    internal sealed override IntentReach? Reach(Intent intent) => Reach((Intent<TIntent>)intent);

    /// <summary>Plans what an intent comes to.</summary>
    protected virtual void Plan(Intent<TIntent> intent, IntentPlanning planning) { }

    /// <summary>Which requests an intent can have a say in; null where that may be any.</summary>
    protected virtual IntentReach? Reach(Intent<TIntent> intent) => null;
}
