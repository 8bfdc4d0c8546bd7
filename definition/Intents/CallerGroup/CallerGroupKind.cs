namespace MeshStack.Definition.Intents;

/// <summary>Callers that are named once: accesses let them in, and the group itself is planned as nothing.</summary>
internal sealed class CallerGroupKind : IntentKind<CallerGroupIntent>
{
    public override string Name => "CallerGroup";

    public override string Summary => "Callers that are named once, for every ClientAccess that lets them in.";

    internal override IntentDocument Read(IntentReader reader) => new CallerGroupDocument(reader);

    internal override IEnumerable<Intent> Check(IntentChecks checks) => new CallerGroupChecks(checks).Check();
}
