namespace MeshStack.Manifests;

/// <summary>A key of a mapping and its value.</summary>
internal readonly record struct YamlEntry(YamlValue Key, YamlValue Value);
