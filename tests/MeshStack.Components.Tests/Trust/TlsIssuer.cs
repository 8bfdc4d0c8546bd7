using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Pulumi.Testing;

namespace MeshStack.Components.Tests.Trust;

/// <summary>A tls provider that issues real keys and certificates, and keeps what it made as a stack's state does.</summary>
internal sealed class TlsIssuer : IMocks
{
    private readonly Dictionary<string, (string Inputs, ImmutableDictionary<string, object> State)> _state = new(StringComparer.Ordinal);
    private int _serial;

    /// <summary>What is asked for in the present run, by type and name.</summary>
    public Dictionary<string, MockResourceArgs> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>What components registered as their outputs.</summary>
    public List<MockRegisterResourceOutputsRequest> Outputs { get; } = [];

    /// <summary>The private keys that were made, PEM.</summary>
    public IEnumerable<string> Keys => _state.Values.Select(one => one.State.GetValueOrDefault("privateKeyPem")).OfType<string>();

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_state)
        {
            var id = $"{args.Type} {args.Name}";
            Asked.Add(id, args);
            var inputs = JsonSerializer.Serialize(new SortedDictionary<string, object>(args.Inputs, StringComparer.Ordinal));
            if (!_state.TryGetValue(id, out var known) || known.Inputs != inputs)
            {
                _state[id] = known = (inputs, Make(args.Type!, args.Inputs));
            }

            return Task.FromResult<(string?, object)>((args.Name, known.State));
        }
    }

    public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException(args.Token);

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Add(args);
        return Task.CompletedTask;
    }

    private ImmutableDictionary<string, object> Make(string type, ImmutableDictionary<string, object> inputs) =>
        type switch
        {
            "tls:index/privateKey:PrivateKey" => inputs.Add("privateKeyPem", Key(inputs)),
            "tls:index/selfSignedCert:SelfSignedCert" => inputs.Add("certPem", SelfSigned(inputs)),
            "tls:index/certRequest:CertRequest" => inputs.Add("certRequestPem", Request(inputs)),
            "tls:index/locallySignedCert:LocallySignedCert" => inputs.Add("certPem", Signed(inputs)),
            _ => inputs,
        };

    private static string Key(ImmutableDictionary<string, object> inputs)
    {
        if ((string)inputs["algorithm"] == "RSA")
        {
            Assert.Equal(4096d, inputs["rsaBits"]);
            using var rsa = RSA.Create(2048);
            return rsa.ExportRSAPrivateKeyPem();
        }

        Assert.Equal("P256", inputs["ecdsaCurve"]);
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ec.ExportECPrivateKeyPem();
    }

    private static string SelfSigned(ImmutableDictionary<string, object> inputs)
    {
        var request = For(inputs);
        AddUses(request, inputs);
        return request.CreateSelfSigned(AuthorityShape.Start, End(inputs)).ExportCertificatePem() + "\n";
    }

    private static string Request(ImmutableDictionary<string, object> inputs)
    {
        var request = For(inputs);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in (ImmutableArray<object>)inputs["dnsNames"])
        {
            names.AddDnsName((string)name);
        }

        request.CertificateExtensions.Add(names.Build());
        return request.CreateSigningRequestPem() + "\n";
    }

    private string Signed(ImmutableDictionary<string, object> inputs)
    {
        var request = CertificateRequest.LoadSigningRequestPem(
            (string)inputs["certRequestPem"],
            HashAlgorithmName.SHA256,
            CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions,
            RSASignaturePadding.Pkcs1
        );
        AddUses(request, inputs);
        using var ca = X509Certificate2.CreateFromPem((string)inputs["caCertPem"], (string)inputs["caPrivateKeyPem"]);
        return request.Create(ca, AuthorityShape.Start, End(inputs), [1, (byte)++_serial]).ExportCertificatePem() + "\n";
    }

    private static CertificateRequest For(ImmutableDictionary<string, object> inputs)
    {
        var subject = (ImmutableDictionary<string, object>)inputs["subject"];
        var name = $"CN={subject["commonName"]}, O={subject["organization"]}";
        var pem = (string)inputs["privateKeyPem"];
        if (pem.StartsWith("-----BEGIN RSA", StringComparison.Ordinal))
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        var ec = ECDsa.Create();
        ec.ImportFromPem(pem);
        return new CertificateRequest(name, ec, HashAlgorithmName.SHA256);
    }

    private static void AddUses(CertificateRequest request, ImmutableDictionary<string, object> inputs)
    {
        var length = (int)(double)inputs["maxPathLength"];
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension((bool)inputs["isCaCertificate"], true, length, true));
        var uses = (ImmutableArray<object>)inputs["allowedUses"];
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(
                (uses.Contains("cert_signing") ? X509KeyUsageFlags.KeyCertSign : 0)
                    | (uses.Contains("crl_signing") ? X509KeyUsageFlags.CrlSign : 0),
                true
            )
        );
    }

    private static DateTimeOffset End(ImmutableDictionary<string, object> inputs) =>
        AuthorityShape.Start.AddHours((double)inputs["validityPeriodHours"]);
}
