using System.Text.Json;
using MeshStack.Definition;
using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Preview.Transitions;

namespace MeshStack.Cli.Reports;

/// <summary>The preview for machines. It holds nothing that differs between two runs.</summary>
internal static class JsonReport
{
    public static void Write(MeshPreview preview, TextWriter output) =>
        JsonText.Write(
            output,
            json =>
            {
                var clusters = ClusterView.Of(preview);
                json.WriteString("stack", preview.Stack);
                List(json, "clusters", clusters, Cluster);
                if (preview.Definition is { } definition)
                {
                    List(json, "access", AccessRow.Of(definition), Access);
                }
                else
                {
                    json.WriteStartObject("proof");
                    AccessJsonReport.Services(json, AccessReport.Of(preview.Mesh));
                    json.WriteEndObject();
                }

                List(json, "warnings", preview.Warnings, Warning);
                Findings(json, preview.Findings);
                if (preview.Outages.Count > 0)
                {
                    List(json, "unreachable", preview.Outages, Outage);
                }

                if (preview.Since is { } since)
                {
                    json.WriteString("since", since);
                    List(json, "transition", preview.Transition, Notice);
                }

                List(json, "unset", preview.Unset, Unset);
                json.WriteStartObject("summary");
                json.WriteNumber("clusters", clusters.Count);
                json.WriteNumber("components", preview.Components);
                json.WriteNumber("objects", clusters.Sum(c => c.Objects));
                json.WriteEndObject();
            }
        );

    private static void Cluster(Utf8JsonWriter json, ClusterView cluster)
    {
        json.WriteString("name", cluster.Name);
        json.WriteString("context", cluster.Context);
        json.WriteString("domain", cluster.Identity.Domain);
        json.WriteString("network", cluster.Identity.Network);
        json.WriteString("trustDomain", cluster.Identity.TrustDomain);
        List(json, "components", cluster.Components, Component);
    }

    private static void Component(Utf8JsonWriter json, ComponentView component)
    {
        json.WriteString("type", component.Type);
        json.WriteString("name", component.Name);
        List(json, "sources", component.Sources, Location);
        List(json, "objects", component.Objects, Object);
    }

    private static void Object(Utf8JsonWriter json, ObjectView view)
    {
        if (view.ApiVersion != null)
        {
            json.WriteString("apiVersion", view.ApiVersion);
        }

        json.WriteString("kind", view.Kind);
        if (view.Namespace != null)
        {
            json.WriteString("namespace", view.Namespace);
        }

        json.WriteString("name", view.Name);
        if (view.Chart != null)
        {
            json.WriteString("chart", view.Chart);
        }
    }

    private static void Access(Utf8JsonWriter json, AccessRow row)
    {
        json.WriteString("service", row.Service);
        json.WriteString("host", row.Host);
        json.WriteString("caller", row.Caller);
        json.WriteStartArray("requests");
        foreach (var request in row.Requests)
        {
            json.WriteStringValue(request);
        }

        json.WriteEndArray();
        if (row.Through != null)
        {
            json.WriteString("through", row.Through);
        }

        json.WriteStartObject("source");
        Location(json, row.Source);
        json.WriteEndObject();
    }

    private static void Warning(Utf8JsonWriter json, DefinitionProblem warning)
    {
        Location(json, warning.At);
        json.WriteString("path", warning.Path);
        json.WriteString("message", warning.Message);
    }

    public static void Findings(Utf8JsonWriter json, IReadOnlyList<Finding> findings) => List(json, "findings", findings, Finding);

    private static void Finding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("code", finding.Code);
        json.WriteString("cluster", finding.Cluster);
        json.WriteString("object", finding.Object);
        json.WriteString("path", finding.Path);
        json.WriteString("message", finding.Message);
        if (finding.Source is { } source)
        {
            Location(json, source);
        }
    }

    private static void Outage(Utf8JsonWriter json, UnreachableCluster outage)
    {
        json.WriteString("cluster", outage.Cluster);
        json.WriteBoolean("skipped", outage.IsSkipped);
        json.WriteNumber("objects", outage.Objects);
        json.WriteStartArray("keep");
        foreach (var dependent in outage.Dependents)
        {
            json.WriteStringValue(dependent);
        }

        json.WriteEndArray();
    }

    private static void Notice(Utf8JsonWriter json, TransitionNotice notice)
    {
        json.WriteString(
            "kind",
            notice.Kind switch
            {
                TransitionKind.Refused => "refused",
                TransitionKind.Warning => "warning",
                _ => "toDo",
            }
        );
        json.WriteString("subject", notice.Subject);
        json.WriteString("message", notice.Message);
    }

    private static void Unset(Utf8JsonWriter json, ConfigurationValue value)
    {
        json.WriteString("key", value.Key);
        json.WriteBoolean("secret", value.IsSecret);
        Location(json, value.Location);
    }

    private static void Location(Utf8JsonWriter json, SourceLocation location)
    {
        json.WriteString("file", location.File);
        json.WriteNumber("line", location.Line);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
