using System.Text.Json;
using MeshStack.Analysis.Model;

namespace MeshStack.Cli.Reports;

/// <summary>Who may call whom, for machines.</summary>
internal static class AccessJsonReport
{
    public static void Write(AccessReport report, TextWriter output) =>
        JsonText.Write(
            output,
            json =>
            {
                Services(json, report);
                JsonReport.Findings(json, report.Findings);
            }
        );

    /// <summary>The services, open and closed.</summary>
    public static void Services(Utf8JsonWriter json, AccessReport report)
    {
        json.WriteStartArray("services");
        foreach (var service in report.Services)
        {
            json.WriteStartObject();
            Target(json, service.Target);
            json.WriteStartArray("access");
            foreach (var caller in service.Callers)
            {
                Caller(json, caller);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("closed");
        foreach (var target in report.Closed)
        {
            json.WriteStartObject();
            Target(json, target);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Target(Utf8JsonWriter json, AccessTarget target)
    {
        json.WriteString("cluster", target.Cluster);
        json.WriteString("namespace", target.Namespace);
        json.WriteString("service", target.Service);
        json.WriteNumber("port", target.Port);
    }

    public static void Causes(Utf8JsonWriter json, IReadOnlyList<Cause> causes)
    {
        json.WriteStartArray("because");
        foreach (var cause in causes)
        {
            json.WriteStartObject();
            json.WriteString("cluster", cause.Cluster);
            json.WriteString("kind", cause.Kind);
            json.WriteString("namespace", cause.Namespace);
            json.WriteString("name", cause.Name);
            json.WriteString("detail", cause.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Caller(Utf8JsonWriter json, OpenAccess caller)
    {
        json.WriteStartObject();
        Texts(json, "callers", caller.Callers);
        Texts(json, "requests", caller.Requests);
        Texts(json, "undecided", caller.Undecided);
        Texts(json, "reasons", caller.Reasons);
        json.WriteString("host", caller.Host);
        json.WriteString("through", caller.Through);
        Causes(json, caller.Because);
        json.WriteEndObject();
    }
}
