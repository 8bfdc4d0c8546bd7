namespace MeshStack.Manifests;

/// <summary>The errors of one object, and the place that is looked at.</summary>
internal sealed class SchemaErrors(IstioCrds crds, string group, string kind)
{
    private readonly List<(string? Key, int Index)> _place = [];
    private List<SchemaError>? _errors;

    /// <summary>The errors, ordinal by path and message.</summary>
    public IReadOnlyList<SchemaError> Sorted =>
        _errors is null
            ? []
            : [.. _errors.OrderBy(error => error.Path, StringComparer.Ordinal).ThenBy(error => error.Message, StringComparer.Ordinal)];

    /// <summary>The version of Istio whose definitions are held against the object.</summary>
    public string Version => crds.Version;

    public void Enter(string key) => _place.Add((key, -1));

    public void Enter(int index) => _place.Add((null, index));

    public void Leave() => _place.RemoveAt(_place.Count - 1);

    public void Add(FindingRule rule, string message) => (_errors ??= []).Add(new SchemaError(Path(), rule, QuotedText.Of(message)));

    /// <summary>Reports something of a field below this place.</summary>
    public void AddAt(string key, FindingRule rule, string message)
    {
        Enter(key);
        Add(rule, message);
        Leave();
    }

    /// <summary>Reports a field below this place that no version of Istio knows.</summary>
    public void AddUnknown(string field, IEnumerable<string> allowed) => AddUnknown(field, () => Unknown(field, allowed));

    /// <summary>Reports a field below this place that this version of Istio does not know.</summary>
    public void AddUnknownHere(string field, IEnumerable<string> allowed) =>
        AddUnknown(
            field,
            () => Since(_ => true) is { } since ? $"exists since Istio {since}, and this is Istio {Version}" : Unknown(field, allowed)
        );

    /// <summary>Whether a schema accepts a value; nothing is reported.</summary>
    public bool IsAccepted(SchemaNode schema, object value)
    {
        var reported = _errors;
        _errors = null;
        schema.Validate(value, this);
        var isAccepted = _errors is null;
        _errors = reported;
        return isAccepted;
    }

    /// <summary>The oldest newer version of Istio where this place has a schema of which something holds, or null.</summary>
    public string? Since(Func<StructuralSchema, bool> holds)
    {
        var place = _place.Select(step => step.Key).ToArray();
        return crds.Newer.FirstOrDefault(newer => newer.Find(group, kind, place).Any(holds))?.Version;
    }

    private static string Unknown(string field, IEnumerable<string> allowed) => $"is an unknown field{Spelling.Suggest(field, allowed)}";

    private void AddUnknown(string field, Func<string> message)
    {
        Enter(field);
        Add(SchemaRules.UnknownField, message());
        Leave();
    }

    private string Path() =>
        _place.Aggregate("", (path, step) => step.Key is null ? FieldPath.Append(path, step.Index) : FieldPath.Append(path, step.Key));
}
