namespace MeshStack.Definition;

/// <summary>Values of the chart <c>gateway</c> for one gateway.</summary>
internal static class GatewayValues
{
    public static Dictionary<string, object> Of(Installation settings, GatewayModel gateway, GatewayInstallSettings given)
    {
        var values = CommonValues.Of(settings);
        values.Set("revision", RevisionSet.ChartName(given.Revision ?? settings.RevisionSet.Reference));
        var service = Service(given);
        values["service"] = service;
        if (gateway.Name == GatewayModel.EastWestName)
        {
            // istiod goes by the addresses of the Service, and a Service of another type gets none by itself.
            if (given is { ServiceType: not GatewayInstallSettings.LoadBalancer, Address: { } address } && IsListed(address))
            {
                service["externalIPs"] = new object[] { address };
            }

            // The chart replaces service.ports by the cross-cluster ports for a network gateway.
            values["networkGateway"] = settings.Cluster.Network;
        }

        ImageValues.Gateway(settings, values);
        Scale((settings.IsProduction ? ProductionProfile.Gateway : Scaling.OfTheChart).With(given), gateway, values);
        return ChartValues.Merge(values, given.Values);
    }

    // A host name is for ServiceEntries of other clusters, which ask no istiod.
    private static bool IsListed(TextValue address) => address.Known is not { } known || GatewayAddress.IsIp(known);

    private static Dictionary<string, object> Service(GatewayInstallSettings given)
    {
        var service = new Dictionary<string, object> { ["type"] = given.ServiceType };
        service.Set("annotations", given.ServiceAnnotations.ToDictionary(a => a.Key, a => (object)a.Value, StringComparer.Ordinal));
        service.Set("externalTrafficPolicy", given.ExternalTrafficPolicy);
        service.Set("loadBalancerIP", given.LoadBalancerIP);
        if (given.LoadBalancerSourceRanges.Count > 0)
        {
            service["loadBalancerSourceRanges"] = given.LoadBalancerSourceRanges;
        }

        if (given.Ports.Count > 0)
        {
            service["ports"] = GatewayPorts.Values(given.Ports);
        }

        return service;
    }

    private static void Scale(Scaling scaling, GatewayModel gateway, Dictionary<string, object> values)
    {
        var autoscaling = new Dictionary<string, object>();
        autoscaling.Set("minReplicas", scaling.Min);
        autoscaling.Set("maxReplicas", scaling.Max);
        autoscaling.Set("targetCPUUtilizationPercentage", scaling.TargetCpu);
        if (scaling.Replicas is { } replicas)
        {
            autoscaling["enabled"] = false;
            values["replicaCount"] = replicas;
        }

        values.Set("autoscaling", autoscaling);
        if (scaling.Budget is { } available)
        {
            values["podDisruptionBudget"] = CommonValues.Budget(available);
        }

        if (scaling.Spread)
        {
            CommonValues.Spread(values, ("app", gateway.Name), ("istio", gateway.Label));
        }

        values.Set("resources", scaling.Resources);
    }
}
