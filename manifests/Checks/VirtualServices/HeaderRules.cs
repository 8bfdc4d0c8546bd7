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
            Name
        ),
        new("header-authority", Severity.Error, "VirtualService", "A route changes the authority in one place.", Authority),
    ];

    private static IEnumerable<Problem> Name(Subject subject)
    {
        foreach (
            var headers in subject
                .Spec["http"]
                .Items.SelectMany(route => route["route"].Items.Select(entry => entry["headers"]).Prepend(route["headers"]))
                .Where(headers => headers.Exists)
        )
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
            Field[] given =
            [
                .. new[] { route["rewrite"]["authority"] }.Where(field => field.HasContent),
                .. request["set"].Entries.Concat(request["add"].Entries).Where(header => HeaderName.IsAuthority(header.Name)),
            ];
            foreach (var again in given.Skip(1))
            {
                yield return new(again, $"The authority is changed here and at {given[0].Path}; change it in one place.");
            }
        }
    }
}
