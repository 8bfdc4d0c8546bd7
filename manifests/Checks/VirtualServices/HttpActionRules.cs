namespace MeshStack.Manifests;

/// <summary>Rules on what an HTTP route does.</summary>
internal static class HttpActionRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "http-action",
            Severity.Error,
            "VirtualService",
            "An HTTP route does one thing: route, redirect, directResponse, or delegate.",
            "Envoy does one thing with a request, so it would be open which of the actions is meant.",
            "Keep one of route, redirect, directResponse and delegate, without fault or rewrite beside an answer.",
            Action
        ),
        new(
            "http-delegate-response",
            Severity.Warning,
            "VirtualService",
            "A route that delegates answers nothing itself.",
            "The delegate's routes take the place of this one, so the answer is never given.",
            "Move the directResponse into the delegate, or remove the delegate.",
            DelegateAlone,
            RuleOrigin.MeshStack
        ),
        new(
            "http-delegate",
            Severity.Error,
            "VirtualService",
            "A delegate's routes do not delegate again.",
            "Only the VirtualService with hosts can delegate, so the routes of the second delegate would never be found.",
            "Move the routes into the delegate.",
            Delegate
        ),
        new(
            "http-redirect",
            Severity.Error,
            "VirtualService",
            "A redirect changes something, with a 3xx code, to http or https.",
            "Browsers would be sent back to where they came from, or could not follow the redirect.",
            "Give uri, authority, scheme or port, and a code from 300 to 399.",
            Redirect
        ),
        new(
            "http-direct-response",
            Severity.Error,
            "VirtualService",
            "A direct response has a status from 200 to 600 and a body of at most 1 MiB.",
            "Envoy cannot send such a status, and a larger body would be sent to every proxy with the configuration.",
            "Write a status from 200 to 599, and serve large bodies from a service.",
            DirectResponse
        ),
        new(
            "http-direct-response-size",
            Severity.Warning,
            "VirtualService",
            "A direct response's body is below 100 KiB.",
            "Every proxy receives the body with its routes, which slows down istiod and fills the proxies' memory.",
            "Serve the body from a service.",
            LargeResponse
        ),
        new(
            "http-mirror",
            Severity.Error,
            "VirtualService",
            "A route has mirror or mirrors, each with a destination and a percentage from 0 to 100.",
            "A copy needs one destination, and a share outside of 0 to 100 percent cannot be drawn.",
            "Give mirror or mirrors, each with a destination and a share from 0 to 100.",
            Mirror
        ),
        new(
            "http-mirror-percent",
            Severity.Warning,
            "VirtualService",
            "The share of mirrored requests stands in mirrorPercentage.",
            "The field is deprecated and knows whole percents only.",
            "Write mirrorPercentage with a value.",
            MirrorPercent
        ),
    ];

    private static IEnumerable<Field> Routes(Subject subject) => subject.Spec["http"].Items;

    private static IEnumerable<Problem> Action(Subject subject)
    {
        var isDelegate = !subject.Spec["hosts"].HasContent;
        foreach (var route in Routes(subject))
        {
            var given = Given(route);
            if (route["delegate"].Exists && !isDelegate)
            {
                if (given.Any(key => key != "directResponse"))
                {
                    yield return new(
                        route,
                        $"The HTTP route has delegate and {string.Join(" and ", given)}; the delegate decides what its requests meet."
                    );
                }
            }
            else if (given.Length > 1 || (given.Length == 0 && !route["delegate"].Exists))
            {
                yield return new(
                    route,
                    $"The HTTP route has {(given.Length == 0 ? "no action" : string.Join(" and ", given))}; it has one of route, "
                        + "redirect, directResponse and delegate."
                );
            }
            else if (given is ["redirect" or "directResponse"])
            {
                foreach (var key in new[] { "fault", "rewrite" }.Where(key => route[key].Exists))
                {
                    yield return new(route[key], $"{key} is given beside {given[0]}; it belongs to routes that forward.");
                }
            }
        }
    }

    private static string[] Given(Field route) =>
        [
            .. new[] { "route" }.Where(key => route[key].HasContent),
            .. new[] { "redirect", "directResponse" }.Where(key => route[key].Exists),
        ];

    private static IEnumerable<Problem> DelegateAlone(Subject subject) =>
        subject.Spec["hosts"].HasContent
            ? Routes(subject)
                .Where(route => route["delegate"].Exists && Given(route) is ["directResponse"])
                .Select(route => new Problem(
                    route["directResponse"],
                    "directResponse is given beside delegate, whose routes replace it; leave one of them out."
                ))
            : [];

    private static IEnumerable<Problem> Delegate(Subject subject) =>
        subject.Spec["hosts"].HasContent
            ? []
            : Routes(subject)
                .Select(route => route["delegate"])
                .Where(field => field.Exists)
                .Select(field => new Problem(
                    field,
                    "A delegate (a VirtualService without hosts) delegates again; delegation has one level."
                ));

    private static IEnumerable<Problem> Redirect(Subject subject)
    {
        foreach (var redirect in Routes(subject).Select(route => route["redirect"]).Where(redirect => redirect.Exists))
        {
            if (
                !new[] { "uri", "prefixRewrite", "authority", "scheme" }.Any(key => redirect[key].HasContent)
                && !redirect["port"].Exists
                && !redirect["derivePort"].Exists
            )
            {
                yield return new(redirect, "The redirect changes nothing; give uri, prefixRewrite, authority, scheme, port or derivePort.");
            }

            if (redirect["port"].Exists && redirect["derivePort"].Exists)
            {
                yield return new(redirect, "The redirect has port and derivePort; only one of them may be given.");
            }

            if (redirect["uri"].HasContent && redirect["prefixRewrite"].HasContent)
            {
                yield return new(redirect, "The redirect has uri and prefixRewrite; only one of them may be given.");
            }

            if (redirect["redirectCode"].Integer is { } code and not 0 and (< 300 or > 399))
            {
                yield return new(redirect["redirectCode"], $"The redirect's code is {code}; it is 300 to 399.");
            }

            if (redirect["scheme"].Text is { Length: > 0 } scheme and not ("http" or "https") && !Placeholder.IsIn(scheme))
            {
                yield return new(redirect["scheme"], $"The redirect's scheme is {scheme}; it is http or https.");
            }

            foreach (var problem in redirect["port"].Integer is 0 ? [] : PortNumber.Check(redirect["port"], "The redirect's port"))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> DirectResponse(Subject subject)
    {
        foreach (var response in Routes(subject).Select(route => route["directResponse"]).Where(response => response.Exists))
        {
            var status = response["status"].Integer ?? (response["status"].Exists ? 200 : 0);
            if (status is < HttpStatusRules.Smallest or > HttpStatusRules.Largest)
            {
                yield return new(response["status"], $"The status is {status}; it is 200 to 599.");
            }

            if (ResponseBody.Size(response) > ResponseBody.Largest)
            {
                yield return new(
                    response["body"],
                    $"The body has {ResponseBody.Size(response)} bytes; it has at most {ResponseBody.Largest}."
                );
            }
        }
    }

    private static IEnumerable<Problem> LargeResponse(Subject subject) =>
        from response in Routes(subject).Select(route => route["directResponse"])
        let size = ResponseBody.Size(response)
        where size is > ResponseBody.Large and <= ResponseBody.Largest
        select new Problem(
            response["body"],
            $"The body has {size} bytes; every proxy receives it with its configuration. Serve more than {ResponseBody.Large} bytes from "
                + "a service."
        );

    private static IEnumerable<Problem> Mirror(Subject subject)
    {
        foreach (var route in Routes(subject))
        {
            // What a route that delegates has of its own is not looked at.
            var isRoot = route["delegate"].Exists && subject.Spec["hosts"].HasContent;
            if (!isRoot && route["mirror"].Exists && route["mirrors"].HasContent)
            {
                yield return new(route, "The route has mirror and mirrors; only one of them may be given.");
            }

            foreach (var mirror in route["mirrors"].Items.Where(mirror => !mirror["destination"].Exists))
            {
                yield return new(mirror["destination"], "The mirror has no destination; give the host that receives the copies.");
            }

            foreach (
                var share in route["mirrors"]
                    .Items.Select(mirror => mirror["percentage"]["value"])
                    .Append(route["mirrorPercentage"]["value"])
                    .Append(route["mirrorPercent"])
                    .Append(route["mirror_percent"])
            )
            {
                if (share.Number is < 0 or > 100)
                {
                    yield return new(share, $"The mirrored share is {share.Value} percent; it is 0 to 100.");
                }
            }
        }
    }

    private static IEnumerable<Problem> MirrorPercent(Subject subject) =>
        from field in Routes(subject).SelectMany(route => new[] { route["mirrorPercent"], route["mirror_percent"] })
        where field.Exists
        select new Problem(field, $"{field.Name} is deprecated; write mirrorPercentage with value {field.Value}.");
}
