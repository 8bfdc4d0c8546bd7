using MeshStack.Infra.Definition.Yaml;
using MeshStack.Manifests;

namespace MeshStack.Infra.Definition.Readers;

/// <summary>Reads a document of kind InboundService.</summary>
internal static class InboundServiceReader
{
    public static InboundServiceDocument Read(string name, SourceLocation location, ObjectReader reader, SettingsReader settings)
    {
        var certificates = reader.Object("certificates");
        var args = new InboundServiceArgs
        {
            ControlPlane = null!,
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
            OutlierDetection = reader.Object("outlierDetection") is { } outliers ? TrafficReader.OutlierDetection(outliers) : null,
        };
        ServiceCertificateKeys? keys = null;
        if (certificates != null)
        {
            var certificate = settings.Value(certificates, "certificate", isSecret: false, required: true);
            var key = settings.Value(certificates, "privateKey", isSecret: true, required: true);
            var ca = settings.Value(certificates, "caCertificate", isSecret: false, required: false);
            certificates.Finish();
            keys = certificate != null && key != null ? new(certificate, key, ca) : null;

            // The values come later; that they will be there is what the checks need to know.
            args.Certificates = new ServiceCertificatesArgs { Certificate = "", PrivateKey = "", CaCertificate = ca == null ? null : (Pulumi.Input<string>)"" };
        }

        var cluster = reader.Required("cluster");
        reader.Finish();
        return new(new Intent<InboundServiceArgs>(name, location, args) { Certificates = keys }, cluster, reader.Lines);
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
