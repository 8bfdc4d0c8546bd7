namespace MeshStack.Manifests;

/// <summary>Rules on the destinations of routes.</summary>
internal static class RouteDestinationRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "route-destination",
            Severity.Error,
            "VirtualService",
            "A destination is a host, with a subset's name and a port number where given.",
            "No service can have that name, subset or port, so requests would be answered with 503.",
            "Write the host of a service, the name of a subset and a port from 1 to 65535.",
            Destination
        ),
        new(
            "route-weights",
            Severity.Error,
            "VirtualService",
            "Weights are not negative, and several destinations have a total above 0.",
            "Weights of 0 in all send the requests nowhere, and negative ones are no shares.",
            "Give each destination a weight, at least one of them above 0.",
            Weights
        ),
    ];

    private static IEnumerable<Field> Routes(Subject subject) => new[] { "http", "tls", "tcp" }.SelectMany(key => subject.Spec[key].Items);

    private static IEnumerable<Problem> Destination(Subject subject)
    {
        var isOfGatewayApi = subject.IsOfGatewayApi;
        foreach (var route in Routes(subject))
        {
            foreach (var entry in route["route"].Items.Where(entry => !entry["destination"].Exists))
            {
                yield return new(entry["destination"], "The destination is missing; give its host.");
            }

            var mirrors = route["mirrors"].Items.Select(mirror => mirror["destination"]).Append(route["mirror"]);
            foreach (
                var problem in (isOfGatewayApi ? [] : route["route"].Items)
                    .Select(entry => entry["destination"])
                    .Concat(mirrors)
                    .Where(destination => destination.Exists)
                    .SelectMany(Check)
            )
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> Check(Field destination)
    {
        var host = destination["host"].Text ?? "";
        if ((host == "*" ? "'*' is no service" : HostName.WhyNotPattern(host)) is { } reason)
        {
            yield return new(destination["host"], $"\"{host}\" is no host to route to: {reason}.");
        }

        if (destination["subset"].Text is { Length: > 0 } subset && !Placeholder.IsIn(subset) && !HostName.IsLabel(subset))
        {
            yield return new(destination["subset"], $"\"{subset}\" is no name of a subset; it is one DNS label.");
        }

        var number = destination["port"]["number"];
        if (destination["port"].Exists && !number.Exists)
        {
            yield return new(number, "The destination's port has no number; ports are 1 to 65535.");
        }

        foreach (var problem in PortNumber.Check(number, "The destination's port"))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> Weights(Subject subject)
    {
        foreach (var route in Routes(subject))
        {
            var weights = route["route"].Items.Select(entry => entry["weight"]).ToArray();
            foreach (var weight in weights.Where(weight => weight.Integer < 0))
            {
                yield return new(weight, $"The weight is {weight.Integer}; it is 0 or more.");
            }

            if (weights.Length > 1 && weights.All(weight => weight.Integer is 0 || !weight.Exists))
            {
                yield return new(
                    route["route"],
                    $"The {weights.Length} destinations have a total weight of 0, so none gets traffic; give each a weight."
                );
            }
        }
    }
}
