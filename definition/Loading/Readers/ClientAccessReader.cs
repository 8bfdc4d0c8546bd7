using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Reads a document of kind ClientAccess.</summary>
internal static class ClientAccessReader
{
    public static ClientAccessDocument Read(string name, SourceLocation location, ObjectReader reader)
    {
        var service = reader.Required("service");
        var cluster = reader.Text("cluster");
        var type = reader.Text("type") ?? ClientTypes.Istio;
        var (@namespace, account) = (reader.Text("namespace"), reader.Text("serviceAccount"));
        var (cidrs, headless) = (reader.Texts("cidrs"), reader.Flag("headless"));
        AccessRule[] access = [.. reader.Objects("access").Select(Rule)];
        reader.Finish();
        return new(name, location, service, cluster, @namespace, account, For, reader.Lines);

        ClientAccessIntent For(InboundServiceIntent called, ControlPlaneModel? plane) => new()
        {
            Service = called,
            ControlPlane = plane,
            Type = type,
            Namespace = @namespace,
            ServiceAccount = account,
            Cidrs = cidrs,
            Headless = headless,
            Access = access,
        };
    }

    private static AccessRule Rule(ObjectReader reader)
    {
        var rule = new AccessRule { Methods = reader.Texts("methods"), Paths = reader.Texts("paths") };
        reader.Finish();
        return rule;
    }
}
