using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MeshStack.Rendering.Records;

namespace MeshStack.Preview;

/// <summary>What a program registers, on its way from the process that ran it to the one that asked for it.</summary>
/// <param name="Resources">The resources, without the objects and releases among them.</param>
/// <param name="Facts">What is known of the world around them.</param>
/// <param name="Invariants">What must hold of who may call whom.</param>
/// <param name="Format">Number of this form: the two processes may be of different versions.</param>
internal sealed partial record ProgramRecording(
    int Format,
    IReadOnlyList<RecordedResource> Resources,
    MeshFacts Facts,
    IReadOnlyList<Invariant> Invariants
)
{
    private const int Known = 1;

    /// <summary>Variable of the environment with the file that a program is to write, in place of talking to an engine.</summary>
    public const string Variable = "MESHSTACK_RECORD_TO";

    private static readonly JsonTypeInfo<ProgramRecording> Form =
        (JsonTypeInfo<ProgramRecording>)
            new JsonSerializerOptions(JsonSerializerDefaults.General)
            {
                PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
                Converters = { new TreeConverter(), new TextConverter() },
                TypeInfoResolver = RecordingJson.Default.WithAddedModifier(Complete),
            }.GetTypeInfo(typeof(ProgramRecording));

    /// <summary>Writes a recording to a file.</summary>
    public static void Write(string file, ComposedMesh mesh)
    {
        using var stream = File.Create(file);
        JsonSerializer.Serialize(stream, new ProgramRecording(Known, mesh.Recording.Resources, mesh.Facts, mesh.Invariants), Form);
    }

    /// <summary>Reads what a program wrote.</summary>
    /// <exception cref="CompositionException">The file holds no recording.</exception>
    public static ComposedMesh Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var read = JsonSerializer.Deserialize(stream, Form);
            if (read is not { Format: Known, Resources: not null, Facts: not null, Invariants: not null })
            {
                throw new JsonException($"its format is {read?.Format ?? 0}, and {Known} is read");
            }

            if (HasGaps(read))
            {
                throw new JsonException("a value of a list is null");
            }

            var problems = new List<string>();
            var recording = RecordingBuilder.Build(read.Resources, ObjectMap.Empty, problems);
            return problems.Count == 0
                ? new(recording, read.Facts, read.Invariants)
                : throw new CompositionException(problems.Order(StringComparer.Ordinal));
        }
        catch (JsonException e)
        {
            throw new CompositionException([
                $"the program's recording cannot be read; it may be of another version of MeshStack: {e.Message}",
            ]);
        }
    }

    private static bool HasGaps(ProgramRecording read) =>
        new IEnumerable<object?>[]
        {
            read.Resources,
            read.Invariants,
            read.Facts.Clusters.Values,
            read.Facts.Servers,
            read.Facts.Callers,
            read.Facts.Gateways,
        }.Any(list => list.Contains(null));

    // Manifests and releases are made of the inputs again. All else has to be there: what a program of another version leaves out has no
    // value here.
    private static void Complete(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var isMade =
                type.Type == typeof(RecordedResource)
                && property.Name is nameof(RecordedResource.Manifest) or nameof(RecordedResource.HelmRelease);
            if (isMade)
            {
                property.ShouldSerialize = (_, _) => false;
            }
            else if (type.Type == typeof(MeshFacts))
            {
                // Its collections are there already and are filled; they still have to be named.
                property.Set ??= (_, _) => throw new JsonException($"{property.Name} is no collection");
                property.IsRequired = true;
            }
            else if (type.Kind == JsonTypeInfoKind.Object)
            {
                // What has no setter is worked out from the rest.
                property.IsRequired = property.Set is not null || property.AssociatedParameter is not null;
            }
        }
    }

    private sealed class TextConverter : JsonConverter<TextValue>
    {
        public override TextValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() ?? "";

        public override void Write(Utf8JsonWriter writer, TextValue value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private sealed class TreeConverter : JsonConverter<IReadOnlyDictionary<string, object?>>
    {
        public override IReadOnlyDictionary<string, object?> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        )
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return Tree(document.RootElement) as ObjectMap ?? throw new JsonException("inputs are no map");
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, JsonSerializerOptions options) =>
            ValueJson.Write(writer, value);

        private static object? Tree(JsonElement element) =>
            element.ValueKind switch
            {
                JsonValueKind.Object => ObjectMap.From(
                    element.EnumerateObject().Select(p => new KeyValuePair<string, object?>(p.Name, Tree(p.Value)))
                ),
                JsonValueKind.Array => element.EnumerateArray().Select(Tree).ToArray(),
                JsonValueKind.String => element.GetString(),
                JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            };
    }

    [JsonSerializable(typeof(ProgramRecording))]
    private sealed partial class RecordingJson : JsonSerializerContext;
}
