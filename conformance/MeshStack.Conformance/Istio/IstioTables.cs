using MeshStack.Manifests;

namespace MeshStack.Conformance.Istio;

/// <summary>The texts of the tables, as the product holds them.</summary>
internal static class IstioTables
{
    public static string? Read(string minor)
    {
        using var stream = typeof(IstioCrds).Assembly.GetManifestResourceStream($"Crds/Tables/{minor}.json");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
