namespace MeshStack.Definition;

/// <summary>What may be said of an Istio that is there already.</summary>
internal static class ExistingRules
{
    private const string Key = "existing";

    /// <summary>What is wrong with it, and with what is given beside it.</summary>
    public static IEnumerable<ArgsProblem> Problems(IstioInstallSettings settings, ExistingIstioSettings existing) =>
        [
            .. Beside(settings),
            .. existing.Version.Length == 0
                ? [new ArgsProblem($"{Key}.version", "required: the version of Istio that runs there, such as 1.30.8")]
                : Revisions(existing),
            .. !DataPlanes.All.Contains(existing.DataPlane)
                ? [ArgsProblem.NotAllowed($"{Key}.dataPlane", existing.DataPlane, "a data plane", DataPlanes.All)]
                : Array.Empty<ArgsProblem>(),
            .. new[] { ("namespace", existing.Namespace), ("rootNamespace", existing.Root) }
                .Where(n => !KubernetesNames.IsLabel(n.Item2))
                .Take(1)
                .Select(n => new ArgsProblem(
                    $"{Key}.{n.Item1}",
                    $"'{n.Item2}' is not a namespace (a-z, 0-9 and '-', at most 63 characters)"
                )),
            .. existing.Version.Length > 0 ? MeshConfigRules.OfExisting($"{Key}.meshConfig", existing.AsInstalled()) : [],
            .. existing.Gateways.All.SelectMany(gateway => gateway.Gateway.Problems($"{Key}.gateways.{gateway.Path}")),
        ];

    private static IEnumerable<ArgsProblem> Revisions(ExistingIstioSettings existing) =>
        new RevisionRules(existing.AsInstalled()).Problems().Select(problem => problem with { Path = $"{Key}.{problem.Path}" });

    /// <summary>Settings of what would be installed.</summary>
    private static IEnumerable<ArgsProblem> Beside(IstioInstallSettings settings)
    {
        var unset = new IstioInstallSettings();
        return SettingMember
            .Of(typeof(IstioInstallSettings))
            .Where(member => member.Property.Name != nameof(IstioInstallSettings.Existing) && IsGiven(member, settings, unset))
            .Select(member => new ArgsProblem(
                member.Key,
                "not beside existing: nothing is installed or upgraded there; remove it"
                    + (SettingPlaces.IsGateway(member) ? ", and say under existing.gateways which gateways there are" : "")
            ));
    }

    private static bool IsGiven(SettingMember member, IstioInstallSettings settings, IstioInstallSettings unset) =>
        member.Property.GetValue(settings) switch
        {
            null => false,
            string or bool or int or double => !member.Property.GetValue(settings)!.Equals(member.Property.GetValue(unset)),
            System.Collections.IEnumerable many => many.Cast<object>().Any(),
            _ => true,
        };
}
