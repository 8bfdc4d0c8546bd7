using Pulumi;
using Pulumi.Tls;
using Pulumi.Tls.Inputs;

namespace MeshStack.Registration;

/// <summary>Keys and certificates of the tls provider.</summary>
internal static class TlsKinds
{
    /// <summary>The resource; null where it is none of these.</summary>
    public static Resource? Create(PlannedResource planned, CustomResourceOptions options, EngineValues values)
    {
        var (name, inputs) = (planned.Key.Name, planned.Inputs);
        return planned.Key.Type switch
        {
            "tls:index/privateKey:PrivateKey" => new PrivateKey(name, KeyOf(inputs), options),
            "tls:index/selfSignedCert:SelfSignedCert" => new SelfSignedCert(name, SelfSigned(inputs, values), options),
            "tls:index/certRequest:CertRequest" => new CertRequest(name, Request(inputs, values), options),
            "tls:index/locallySignedCert:LocallySignedCert" => new LocallySignedCert(name, LocallySigned(inputs, values), options),
            _ => null,
        };
    }

    /// <summary>An output of one; null where it has none of that name.</summary>
    public static Output<string>? OutputOf(Resource resource, string name) =>
        (resource, name) switch
        {
            (PrivateKey key, "privateKeyPem") => Output.CreateSecret(key.PrivateKeyPem),
            (SelfSignedCert certificate, "certPem") => certificate.CertPem,
            (CertRequest request, "certRequestPem") => request.CertRequestPem,
            (LocallySignedCert certificate, "certPem") => certificate.CertPem,
            _ => null,
        };

    private static PrivateKeyArgs KeyOf(IReadOnlyDictionary<string, object> inputs)
    {
        var args = new PrivateKeyArgs { Algorithm = (string)inputs["algorithm"] };
        if (inputs.TryGetValue("ecdsaCurve", out var curve))
        {
            args.EcdsaCurve = (string)curve;
        }

        if (inputs.TryGetValue("rsaBits", out var bits))
        {
            args.RsaBits = Number(bits);
        }

        return args;
    }

    private static SelfSignedCertArgs SelfSigned(IReadOnlyDictionary<string, object> inputs, EngineValues values)
    {
        var subject = CustomKinds.Tree(inputs["subject"]);
        return new()
        {
            PrivateKeyPem = EngineTree.Text(inputs["privateKeyPem"], values),
            Subject = new SelfSignedCertSubjectArgs
            {
                CommonName = (string)subject["commonName"],
                Organization = (string)subject["organization"],
            },
            IsCaCertificate = true,
            AllowedUses = Texts(inputs["allowedUses"]),
            MaxPathLength = Number(inputs["maxPathLength"]),
            SetSubjectKeyId = true,
            SetAuthorityKeyId = true,
            ValidityPeriodHours = Number(inputs["validityPeriodHours"]),
        };
    }

    private static CertRequestArgs Request(IReadOnlyDictionary<string, object> inputs, EngineValues values)
    {
        var subject = CustomKinds.Tree(inputs["subject"]);
        return new()
        {
            PrivateKeyPem = EngineTree.Text(inputs["privateKeyPem"], values),
            Subject = new CertRequestSubjectArgs
            {
                CommonName = (string)subject["commonName"],
                Organization = (string)subject["organization"],
            },
            DnsNames = Texts(inputs["dnsNames"]),
        };
    }

    private static LocallySignedCertArgs LocallySigned(IReadOnlyDictionary<string, object> inputs, EngineValues values) =>
        new()
        {
            CertRequestPem = EngineTree.Text(inputs["certRequestPem"], values),
            CaCertPem = EngineTree.Text(inputs["caCertPem"], values),
            CaPrivateKeyPem = EngineTree.Text(inputs["caPrivateKeyPem"], values),
            IsCaCertificate = true,
            AllowedUses = Texts(inputs["allowedUses"]),
            MaxPathLength = Number(inputs["maxPathLength"]),
            SetSubjectKeyId = true,
            ValidityPeriodHours = Number(inputs["validityPeriodHours"]),
            EarlyRenewalHours = Number(inputs["earlyRenewalHours"]),
        };

    private static string[] Texts(object list) => [.. ((IEnumerable<object>)list).Cast<string>()];

    private static int Number(object number) => Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture);
}
