using MeshStack.Infra.Definition.Yaml;
using MeshStack.Manifests;

namespace MeshStack.Infra.Definition.Readers;

/// <summary>Reads a document of kind ClientAccess.</summary>
internal static class ClientAccessReader
{
    public static ClientAccessDocument Read(string name, SourceLocation location, ObjectReader reader)
    {
        var service = reader.Required("service");
        var cluster = reader.Text("cluster");
        var args = new ClientAccessArgs
        {
            Service = null!,
            Type = reader.Text("type") ?? ClientTypes.Istio,
            Namespace = reader.Text("namespace"),
            ServiceAccount = reader.Text("serviceAccount"),
            Cidrs = reader.Texts("cidrs"),
            Headless = reader.Flag("headless"),
            Access = [.. reader.Objects("access").Select(Rule)],
        };
        reader.Finish();
        return new(new Intent<ClientAccessArgs>(name, location, args) { Service = service }, cluster, reader.Lines);
    }

    private static AccessRuleArgs Rule(ObjectReader reader)
    {
        var rule = new AccessRuleArgs { Methods = reader.Texts("methods"), Paths = reader.Texts("paths") };
        reader.Finish();
        return rule;
    }
}
