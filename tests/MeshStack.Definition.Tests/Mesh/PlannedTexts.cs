using System.Collections;
using MeshStack.Definition.Planning;

namespace MeshStack.Definition.Tests.Mesh;

/// <summary>The texts of a tree that a deployment may have a part in, or that nobody may see.</summary>
internal static class PlannedTexts
{
    public static IEnumerable<TextValue> In(object value) =>
        value switch
        {
            TextValue text => [text],
            string => [],
            IReadOnlyDictionary<string, object> map => map.Values.SelectMany(In),
            IEnumerable list => list.Cast<object>().SelectMany(In),
            _ => [],
        };
}
