namespace MeshStack.Definition;

/// <summary>One root of trust and an intermediate CA per cluster.</summary>
internal static class TrustPlanner
{
    /// <summary>Plans what is generated, and says what the clusters get.</summary>
    public static TrustMaterial Plan(PlannedScope component, MeshTrustSettings settings)
    {
        var material =
            settings.Generated is { } generated ? new GeneratedTrust(component, settings, generated).Material()
            : settings.Provided is { } provided ? ProvidedTrust.Material(component, settings, provided)
            : External(component, settings.External!, settings.Clock);
        return material with { NeedsMultiRoot = settings.Rotation is not null };
    }

    /// <summary>Something else issues the certificates; its root is checked where it is told.</summary>
    private static TrustMaterial External(PlannedScope component, ExternalTrustSettings external, TimeProvider clock)
    {
        if (external.RootCertificate is not { } given)
        {
            return new();
        }

        var check = new LateCheck([given], pems => CaCertificateChecks.RootProblems("external.rootCertificate", pems[0], clock.GetUtcNow()))
        {
            Component = component.Component,
        };
        var root = TextValue.From([given.After(check)], pems => RootBundle.Of(pems));
        return new()
        {
            RootBundle = root,
            RootCertificates = [root],
            Roots = [("current", root)],
        };
    }
}
