using System.Text.Json;
using System.Text.Json.Nodes;
using MeshStack.Infra.Tests.Definition;

namespace MeshStack.Definition.Tests.Keys;

/// <summary>The keys that are read are the keys that are declared: no more, and no fewer.</summary>
public sealed class DeclarationTests : IDisposable
{
    private const string Unknown = "zzz";
    private const string Stack = "Pulumi.test.yaml";
    private const string Intents = "infra/mesh/test/shop.yaml";

    private readonly SampleProject _project = new();

    [Fact]
    public void EveryKeyOfAKindIsDeclaredAndRead()
    {
        foreach (var kind in IntentKinds.Standard.All)
        {
            foreach (var (path, place, keys) in Mappings([], kind.Keys).Prepend(([], "", kind.Keys)))
            {
                var document = new JsonObject { ["kind"] = kind.Name };
                Fill(document, path);
                _project.Write(Intents, document.ToJsonString());
                Assert.Equal(Sorted(keys), Accepted(place));
            }
        }
    }

    [Fact]
    public void EveryKeyOfAStackIsDeclaredAndRead()
    {
        foreach (var (path, place, keys) in Mappings([], StackKeys.All))
        {
            // A cluster is there in any case: what holds for all of them is read for each.
            var settings = new JsonObject { ["clusters"] = new JsonObject { ["NAME"] = new JsonObject() } };
            Fill(settings, path);
            var config = new JsonObject(settings.Select(s => KeyValuePair.Create("meshstack:" + s.Key, s.Value?.DeepClone())));
            _project.Write(Stack, new JsonObject { ["config"] = config }.ToJsonString());
            Assert.Equal(Sorted(keys), Accepted("meshstack:" + place));
        }
    }

    [Fact]
    public void EveryKeySaysWhatItIs()
    {
        foreach (var key in All([.. StackKeys.All, .. IntentKinds.Standard.All.SelectMany(k => k.Keys)]))
        {
            Assert.True(key.Declaration.Description.Length > 0, $"{key.Name} has no description");
            var saysDefault =
                key.Declaration.Required || key.Default is not null || key.Declaration.Default is not null || key.Keys.Count > 0;
            Assert.True(saysDefault, $"{key.Name} says nothing of its default");
            if (key.Default is string value && key.Declaration.Choices.Count > 0)
            {
                Assert.Contains(value, key.Declaration.Choices);
            }
        }
    }

    public void Dispose() => _project.Dispose();

    private static IEnumerable<DeclaredKey> All(IEnumerable<DeclaredKey> keys) => keys.SelectMany(k => All(k.Keys).Prepend(k));

    private static IEnumerable<string> Sorted(IEnumerable<DeclaredKey> keys) => keys.Select(k => k.Name).Order(StringComparer.Ordinal);

    /// <summary>Every mapping below some keys: the way there, how messages name it, and its keys.</summary>
    private static IEnumerable<(IReadOnlyList<(string Name, KeyForm Form)> Path, string Place, IReadOnlyList<DeclaredKey> Keys)> Mappings(
        IReadOnlyList<(string Name, KeyForm Form)> above,
        IReadOnlyList<DeclaredKey> keys
    )
    {
        foreach (var key in keys.Where(k => k.Keys.Count > 0))
        {
            IReadOnlyList<(string Name, KeyForm Form)> path = [.. above, (key.Name, key.Form)];
            yield return (path, string.Join('.', path.Select(Shown)), key.Keys);
            foreach (var below in Mappings(path, key.Keys))
            {
                yield return below;
            }
        }
    }

    private static string Shown((string Name, KeyForm Form) step) =>
        step.Form switch
        {
            KeyForm.Mappings => step.Name + "[0]",
            KeyForm.Map => step.Name + ".NAME",
            _ => step.Name,
        };

    /// <summary>Makes the mapping at the end of a path, with a key that nobody knows.</summary>
    private static void Fill(JsonObject document, IReadOnlyList<(string Name, KeyForm Form)> path)
    {
        var at = document;
        foreach (var (name, form) in path)
        {
            at[name] ??= form == KeyForm.Mappings ? new JsonArray(new JsonObject()) : new JsonObject();
            at = form switch
            {
                KeyForm.Mappings => (JsonObject)at[name]![0]!,
                KeyForm.Map => (JsonObject)(at[name]!["NAME"] ??= new JsonObject()),
                _ => (JsonObject)at[name]!,
            };
        }

        at[Unknown] = 1;
    }

    /// <summary>The keys that a message about the unknown one names.</summary>
    private string[] Accepted(string place)
    {
        var refused = Assert.Throws<DefinitionException>(() => DefinitionLoader.Load(_project.Root, "test"));
        var path = place.Length == 0 ? Unknown : $"{place}.{Unknown}";
        var said = refused.Problems.Where(p => p.Path == path).Select(p => p.Message).Distinct().ToList();
        Assert.True(said.Count == 1, $"{path}: {JsonSerializer.Serialize(said)} of {refused.Message}");
        return said[0].Split("; ")[1]["allowed: ".Length..].Split(", ");
    }
}
