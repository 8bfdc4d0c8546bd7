using System.Diagnostics.CodeAnalysis;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>A document of the mesh folder, for its kind to read.</summary>
internal sealed class IntentReader
{
    private readonly ObjectReader _reader;
    private readonly SettingsBinder _binder;

    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name; empty where its kind has none, or where it lacks one.</param>
    /// <param name="location">Where it begins.</param>
    /// <param name="reader">Its keys.</param>
    /// <param name="settings">The stack's settings, which know the values under configuration keys.</param>
    /// <param name="controlPlanes">The control planes of the clusters.</param>
    public IntentReader(
        IntentKind kind,
        string name,
        SourceLocation location,
        ObjectReader reader,
        SettingsReader settings,
        IReadOnlyDictionary<string, ControlPlaneModel> controlPlanes
    )
    {
        (Kind, Name, Location, ControlPlanes, _reader) = (kind, name, location, controlPlanes, reader);
        _binder = new SettingsBinder(settings.Value, refusesMissing: true);
    }

    /// <summary>A document of a kind without names and without configured values, outside of a mesh folder.</summary>
    public IntentReader(IntentKind kind, ObjectReader reader)
    {
        (Kind, Name, Location, ControlPlanes, _reader) = (kind, "", reader.Location, Empty.Map<ControlPlaneModel>(), reader);
        _binder = new SettingsBinder((_, _, _, _) => null, refusesMissing: true);
    }

    public IntentKind Kind { get; }

    public string Name { get; }

    /// <summary>The stack that it is in.</summary>
    public string Stack { get; init; } = "";

    /// <summary>What the document says of itself.</summary>
    public IntentNote Note { get; init; } = new();

    public SourceLocation Location { get; }

    /// <summary>The control planes of the clusters, by name.</summary>
    public IReadOnlyDictionary<string, ControlPlaneModel> ControlPlanes { get; }

    /// <summary>Where the document's keys stand.</summary>
    public LineIndex Lines => _reader.Lines;

    /// <summary>Takes what is wrong with the document.</summary>
    public ProblemList Problems => _reader.Problems;

    /// <summary>Reads the keys that a record declares, and reports every other.</summary>
    public TIntent Bind<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TIntent>()
        where TIntent : class
    {
        var intent = _binder.Bind<TIntent>(_reader);
        _reader.Finish();
        return intent;
    }

    /// <summary>What a key names that refers to several other parts of the definition; none where it is not there.</summary>
    /// <remarks>It is known once the keys are bound.</remarks>
    public IReadOnlyList<string> References(string key) => _binder.Lists.GetValueOrDefault(key, []);

    /// <summary>What a key names that refers to another part of the definition; empty where it is required and missing.</summary>
    /// <remarks>It is known once the keys are bound.</remarks>
    public string? Reference(string key) => _binder.References.GetValueOrDefault(key);
}
