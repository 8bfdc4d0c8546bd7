using System.Text.Json;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology;

namespace MeshStack.Cli.Reports;

/// <summary>The effect of an outage, for machines.</summary>
internal static class OutageJson
{
    public static void Write(Outage outage, OutageEffect effect, TextWriter output) =>
        JsonText.Write(
            output,
            json =>
            {
                json.WriteStartObject("down");
                AccessJsonReport.Texts(json, "clusters", outage.Clusters);
                AccessJsonReport.Texts(json, "gateways", outage.Gateways.Select(g => g.ToString()).Order(StringComparer.Ordinal));
                json.WriteEndObject();
                Array(json, "lost", effect.Losses, Loss);
                Array(json, "takenOver", effect.Takeovers, Takeover);
                Array(json, "otherWay", effect.Detours, Detour);
            }
        );

    private static void Loss(Utf8JsonWriter json, LostAccess loss)
    {
        json.WriteString("caller", loss.Caller.ToString());
        Target(json, "target", loss.Target);
        AccessJsonReport.Texts(json, "hosts", loss.Hosts);
        AccessJsonReport.Texts(json, "requests", Requests(loss.Requests, loss.IsHttp));
        json.WriteString("example", loss.IsHttp ? OutageLine.Example(loss.Requests) : null);
        json.WriteBoolean("undecided", loss.IsUndecided);
        json.WriteBoolean("dependsOnName", loss.DependsOnName);
        AccessJsonReport.Causes(json, loss.Because);
    }

    private static void Takeover(Utf8JsonWriter json, Takeover takeover)
    {
        json.WriteString("caller", takeover.Caller.ToString());
        json.WriteString("host", takeover.Host);
        AccessJsonReport.Texts(json, "requests", Requests(takeover.Requests, takeover.IsHttp));
        Array(json, "gone", takeover.Gone, AccessJsonReport.Target);
        Array(
            json,
            "by",
            takeover.By,
            (_, reached) =>
            {
                Target(json, "target", reached.Target);
                json.WriteString("through", reached.Through);
            }
        );
        json.WriteString("comesTo", takeover.ComesTo);
        json.WriteBoolean("undecided", takeover.IsUndecided);
    }

    private static void Detour(Utf8JsonWriter json, Detour detour)
    {
        json.WriteString("caller", detour.Caller.ToString());
        json.WriteString("host", detour.Host);
        Target(json, "target", detour.Target);
        json.WriteString("before", detour.Before);
        json.WriteString("now", detour.Now);
        json.WriteString("comesTo", detour.ComesTo);
    }

    private static void Target(Utf8JsonWriter json, string name, AccessTarget target)
    {
        json.WriteStartObject(name);
        AccessJsonReport.Target(json, target);
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string> Requests(RequestSet requests, bool isHttp) =>
        isHttp ? requests.Boxes.Select(b => b.ToString()) : ["connections"];
}
