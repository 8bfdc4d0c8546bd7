namespace MeshStack.Manifests;

/// <summary>Rules on Telemetry.</summary>
internal static class TelemetryRules
{
    // A tag by where its value comes from, and the field that has to be given there.
    private static readonly (string Kind, string Key)[] TagSources = [("literal", "value"), ("header", "name"), ("environment", "name")];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "telemetry-provider",
            Severity.Error,
            "Telemetry",
            "Providers have names.",
            "Without its name the provider cannot be found among those of the mesh, so nothing would be reported.",
            "Write the name of one of the mesh's extensionProviders.",
            Provider
        ),
        new(
            "telemetry-tracing-once",
            Severity.Warning,
            "Telemetry",
            "Tracing is configured once, with one provider.",
            "istiod uses the first entry and the first provider, and ignores the others.",
            "Keep one entry with one provider.",
            TracingOnce
        ),
        new(
            "telemetry-sampling",
            Severity.Error,
            "Telemetry",
            "The share of traced requests is 0 to 100 percent.",
            "More than all or less than none of the requests cannot be traced.",
            "Write 0 to 100.",
            Sampling
        ),
        new(
            "telemetry-tag",
            Severity.Error,
            "Telemetry",
            "A custom tag has a name, and a source that is not empty.",
            "A tag without a name or a value would be missing from every span.",
            "Give the tag a name, and its literal, header or variable.",
            Tag
        ),
        new(
            "telemetry-tag-override",
            Severity.Error,
            "Telemetry",
            "An override of a metric's tag has a value to set, and none where the tag is removed.",
            "A tag is either set to an expression or removed, and here neither or both are said.",
            "Give a value, or operation REMOVE without one.",
            TagOverride
        ),
        new(
            "telemetry-tag-override-name",
            Severity.Warning,
            "Telemetry",
            "An override names the metric's tag.",
            "No tag has an empty name, so the override does nothing.",
            "Name the tag of the metric.",
            TagOverrideName
        ),
        new(
            "telemetry-metric",
            Severity.Error,
            "Telemetry",
            "A custom metric is named.",
            "A metric without a name cannot be found, so nothing would be overridden.",
            "Give the metric's name, or use metric for one of Istio's.",
            Metric
        ),
        new(
            "telemetry-filter",
            Severity.Error,
            "Telemetry",
            "A filter of access logs is an expression of CEL.",
            "The expression cannot be parsed, so it is unknown which requests are logged.",
            "Write an expression of CEL, such as response.code >= 400.",
            Filter
        ),
    ];

    private static IEnumerable<Field> Tags(Subject subject) =>
        subject.Spec["tracing"].Items.SelectMany(entry => entry["customTags"].Entries);

    private static IEnumerable<Field> Overrides(Subject subject) =>
        subject.Spec["metrics"].Items.SelectMany(entry => entry["overrides"].Items);

    private static IEnumerable<Field> TagOverrides(Subject subject) =>
        Overrides(subject).SelectMany(entry => entry["tagOverrides"].Entries);

    private static IEnumerable<Problem> Provider(Subject subject) =>
        from key in new[] { "metrics", "tracing", "accessLogging" }
        from provider in subject.Spec[key].Items.SelectMany(entry => entry["providers"].Items)
        where !provider["name"].HasContent
        select new Problem(provider, "The provider has no name; give one of the mesh's extensionProviders.");

    private static IEnumerable<Problem> TracingOnce(Subject subject)
    {
        var tracing = subject.Spec["tracing"];
        if (tracing.Items.Count > 1)
        {
            yield return new(tracing, $"tracing is configured {tracing.Items.Count} times; only the first counts.");
        }

        foreach (var providers in tracing.Items.Select(entry => entry["providers"]).Where(providers => providers.Items.Count > 1))
        {
            yield return new(providers, $"{providers.Items.Count} providers of tracing are given; only the first counts.");
        }
    }

    private static IEnumerable<Problem> Sampling(Subject subject) =>
        from share in subject.Spec["tracing"].Items.Select(entry => entry["randomSamplingPercentage"])
        where share.Number is < 0 or > 100
        select new Problem(share, $"randomSamplingPercentage is {share.Value}; it is 0 to 100.");

    private static IEnumerable<Problem> Tag(Subject subject)
    {
        foreach (var tag in Tags(subject))
        {
            if (tag.Name.Length == 0 || !tag.Exists)
            {
                yield return new(tag, $"The tag {(tag.Exists ? "has no name" : $"{tag.Name} is null")}; give its name and its source.");
            }

            foreach (var (kind, key) in TagSources.Where(source => tag[source.Kind].Exists && !tag[source.Kind][source.Key].HasContent))
            {
                yield return new(tag[kind], $"The tag {tag.Name} has no {kind} {key}; give it.");
            }
        }
    }

    private static IEnumerable<Problem> TagOverride(Subject subject)
    {
        foreach (var tag in TagOverrides(subject))
        {
            var operation = tag["operation"].Text ?? "UPSERT";
            if (!tag.Exists)
            {
                yield return new(tag, $"The override of the tag {tag.Name} is null; give a value, or operation REMOVE.");
            }
            else if (operation == "UPSERT" && !tag["value"].HasContent)
            {
                yield return new(tag, $"The tag {tag.Name} is set, but has no value; give an expression, or operation REMOVE.");
            }
            else if (operation == "REMOVE" && tag["value"].HasContent)
            {
                yield return new(tag["value"], $"The tag {tag.Name} is removed and has a value; leave the value out.");
            }
        }
    }

    private static IEnumerable<Problem> TagOverrideName(Subject subject) =>
        from tag in TagOverrides(subject)
        where tag.Name.Length == 0
        select new Problem(tag, "The tag to override has no name, so nothing is overridden; name the metric's tag.");

    private static IEnumerable<Problem> Metric(Subject subject) =>
        from metric in Overrides(subject).Select(entry => entry["match"]["customMetric"])
        where metric.Text is ""
        select new Problem(metric, "The custom metric has no name; give it, such as istio_requests_total.");

    private static IEnumerable<Problem> Filter(Subject subject) =>
        from filter in subject.Spec["accessLogging"].Items.Select(entry => entry["filter"])
        where filter.Exists
        let expression = filter["expression"].Text ?? ""
        where !Placeholder.IsIn(expression)
        let reason = CelSyntax.WhyNot(expression)
        where reason is not null
        select new Problem(filter["expression"], $"\"{expression}\" is no expression of CEL: {reason}.");
}
