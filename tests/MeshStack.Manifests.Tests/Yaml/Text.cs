namespace MeshStack.Manifests.Tests;

internal static class Text
{
    public static string Of(params IEnumerable<Manifest> manifests)
    {
        using var writer = new StringWriter();
        ManifestYaml.Write(writer, manifests);
        return writer.ToString();
    }
}
