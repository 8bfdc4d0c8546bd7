using Pulumi;

namespace MeshStack;

/// <summary>A trust of which at most the root is known.</summary>
internal static class ExternalTrust
{
    public static TrustMaterial Material(Resource component, ExternalTrustArgs args, TimeProvider clock)
    {
        if (args.RootCertificate is not { } given)
        {
            return new TrustMaterial();
        }

        var root = given.ToOutput().Apply(pem =>
        {
            CaCertificateChecks.RootProblems("external.rootCertificate", pem, clock.GetUtcNow()).Enforce(component);
            return RootBundle.Of(pem);
        });
        return new TrustMaterial { RootBundle = root, RootCertificates = [root], Roots = [("current", root)] };
    }
}
