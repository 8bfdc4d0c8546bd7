namespace MeshStack.Manifests;

/// <summary>Rules on headers that routes add, set and remove.</summary>
internal static class HeaderRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "header-name",
            Severity.Error,
            "VirtualService",
            "Changed headers have names, and only a request's authority is one of HTTP/2's own.",
            "Envoy refuses to change its own headers there, as that would break the request or the response.",
            "Name an ordinary header, or change the authority of a request.",
            Name
        ),
        new(
            "header-value",
            Severity.Error,
            "VirtualService",
            "Values of headers have no control characters, and % only around Envoy's expressions or doubled.",
            "Envoy reads %...% as an expression, so it refuses the route, and with it all others of the listener.",
            "Write %% for a percent sign, and close each expression with %.",
            Value
        ),
        new(
            "header-authority",
            Severity.Error,
            "VirtualService",
            "A route changes the authority in one place.",
            "Only one of the values could reach the service, and which one is not defined.",
            "Change the authority in rewrite, or in the headers.",
            Authority
        ),
    ];

    private static IEnumerable<Field> Of(Subject subject) =>
        subject
            .Spec["http"]
            .Items.SelectMany(route => route["route"].Items.Select(entry => entry["headers"]).Prepend(route["headers"]))
            .Where(headers => headers.Exists);

    private static IEnumerable<Problem> Value(Subject subject) =>
        from headers in Of(subject)
        from direction in new[] { headers["request"], headers["response"] }
        from header in direction["add"].Entries.Concat(direction["set"].Entries)
        where header.Text is { } text && !Placeholder.IsIn(text)
        let reason = HeaderValue.WhyNot(header.Text!)
        where reason is not null
        select new Problem(header, $"\"{header.Text}\" is no value of a header: {reason}.");

    private static IEnumerable<Problem> Name(Subject subject)
    {
        foreach (var headers in Of(subject))
        {
            var (request, response) = (headers["request"], headers["response"]);
            foreach (var header in request["add"].Entries.Concat(request["set"].Entries))
            {
                if (header.Name.Length == 0 || (HeaderName.IsInternal(header.Name) && !HeaderName.IsAuthority(header.Name)))
                {
                    yield return new(
                        header,
                        $"\"{header.Name}\" cannot be added or set on a request; give a header's name. Of HTTP/2's own only :authority "
                            + "can be changed."
                    );
                }
            }

            var removed = request["remove"]
                .Items.Concat(response["remove"].Items)
                .Select(header => (Field: header, Name: header.Text ?? ""));
            foreach (
                var (field, name) in response["add"]
                    .Entries.Concat(response["set"].Entries)
                    .Select(header => (Field: header, header.Name))
                    .Concat(removed)
            )
            {
                if (name.Length == 0 || HeaderName.IsInternal(name))
                {
                    yield return new(
                        field,
                        $"\"{name}\" cannot be removed, or changed on a response; give a header's name other than Host and those that "
                            + "start with ':'."
                    );
                }
            }
        }
    }

    private static IEnumerable<Problem> Authority(Subject subject)
    {
        foreach (var route in subject.Spec["http"].Items)
        {
            var request = route["headers"]["request"];
            Field? first = route["rewrite"]["authority"] is { HasContent: true } authority ? authority : null;
            foreach (
                var header in request["set"].Entries.Concat(request["add"].Entries).Where(header => HeaderName.IsAuthority(header.Name))
            )
            {
                if (first is not null)
                {
                    yield return new(header, $"The authority is changed here and at {first.Path}; change it in one place.");
                }

                first ??= header.HasContent ? header : null;
            }
        }
    }
}
