using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>Reads a document of kind InboundService.</summary>
internal static class InboundServiceReader
{
    public static InboundServiceDocument Read(string name, SourceLocation location, ObjectReader reader, SettingsReader settings, IReadOnlyDictionary<string, ControlPlaneModel> planes)
    {
        var cluster = reader.Required("cluster");
        var isPlaced = planes.TryGetValue(cluster, out var plane);
        var args = new InboundServiceIntent
        {
            ControlPlane = plane ?? new(new ClusterIdentity(cluster)),
            Namespace = reader.Required("namespace"),
            Service = reader.Text("service") ?? name,
            Protocol = reader.Text("protocol") ?? ServiceProtocols.Http,
            Port = reader.Number("port") ?? Missing(reader, "port"),
            TargetPort = reader.Number("targetPort"),
            ExposedPort = reader.Number("exposedPort"),
            WorkloadLabels = reader.TextMap("workloadLabels"),
            ServiceAccount = reader.Text("serviceAccount"),
            MutualTls = reader.Text("mutualTls"),
            Sidecar = reader.Flag("sidecar") ?? true,
            Headless = reader.Flag("headless") ?? false,
            Instances = reader.Number("instances"),
            StatefulSet = reader.Text("statefulSet"),
            ExternalName = reader.Text("externalName"),
            ExternalTls = reader.Text("externalTls"),
            CredentialName = reader.Text("credentialName"),
            LoadBalancing = reader.Object("loadBalancing") is { } balancing ? TrafficReader.LoadBalancing(balancing) : null,
            ConnectionPool = reader.Object("connectionPool") is { } pool ? TrafficReader.ConnectionPool(pool) : null,
            Certificates = reader.Object("certificates") is { } certificates ? Certificates(certificates, settings) : null,
            OutlierDetection = reader.Object("outlierDetection") is { } outliers ? TrafficReader.OutlierDetection(outliers) : null,
        };
        reader.Finish();
        return new(name, location, cluster, isPlaced, args, reader.Lines);
    }

    private static ServiceCertificatesSettings Certificates(ObjectReader reader, SettingsReader settings)
    {
        var certificate = settings.Value(reader, "certificate", isSecret: false, required: true);
        var key = settings.Value(reader, "privateKey", isSecret: true, required: true);
        var ca = settings.Value(reader, "caCertificate", isSecret: false, required: false);
        reader.Finish();

        // What is missing has been reported; nothing is made of the rest.
        return new() { Certificate = certificate?.ToText() ?? "", PrivateKey = key?.ToText() ?? "", CaCertificate = ca?.ToText() };
    }

    private static int Missing(ObjectReader reader, string key)
    {
        if (!reader.Has(key))
        {
            reader.Problems.Error(reader.Location, key, "required");
        }

        // A port that no further check complains about.
        return 1;
    }
}
