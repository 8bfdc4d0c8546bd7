using System.Text.Json;

namespace MeshStack.Manifests;

/// <summary>The CustomResourceDefinitions of one release of Istio.</summary>
/// <param name="Istio">The release that the table was made of, such as <c>1.30.8</c>.</param>
/// <param name="Kinds">The kinds, in the order of Istio's file.</param>
internal sealed record CrdTable(string Istio, IReadOnlyList<CrdKind> Kinds)
{
    /// <summary>Reads a table; the schemas of a kind stay text until the kind is asked for.</summary>
    public static CrdTable Read(Stream json)
    {
        using var utf8 = new MemoryStream();
        json.CopyTo(utf8);
        var table = JsonElement.Parse(utf8.GetBuffer().AsSpan(0, (int)utf8.Length));
        return new(table.GetProperty("istio").GetString()!, [.. table.GetProperty("kinds").EnumerateArray().Select(CrdKind.Read)]);
    }
}
