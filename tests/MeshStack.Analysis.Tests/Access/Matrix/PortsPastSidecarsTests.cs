using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Matrix;

public sealed class PortsPastSidecarsTests
{
    [Theory]
    [InlineData("excludeInboundPorts", "8080", true)]
    [InlineData("excludeInboundPorts", "9090", false)]
    [InlineData("includeInboundPorts", "9090", true)]
    [InlineData("includeInboundPorts", "", true)]
    [InlineData("includeInboundPorts", "*", false)]
    public void AServicePastItsSidecarIsOpenToWhoeverHasNone(string key, string ports, bool isOpen)
    {
        var matrix = AccessMatrix.From(Mesh(("global", Map(("proxy", Map((key, ports)))))));

        Assert.Equal(isOpen, matrix.Cells.Any(cell => cell.Caller.ServiceAccount == Caller.WithoutSidecar));
        Assert.Equal(isOpen, matrix.Callers.Any(caller => caller.ServiceAccount == Caller.WithoutSidecar));
    }

    [Fact]
    public void NothingIsClosedWhereNothingIsIntercepted()
    {
        var matrix = AccessMatrix.From(Mesh(("meshConfig", Map(("defaultConfig", Map(("interceptionMode", "NONE")))))));

        var cell = matrix.Cells.First(cell => cell.Caller.ServiceAccount == Caller.WithoutSidecar);
        Assert.Equal("east foo/web:8000", cell.Target.ToString());
        Assert.Equal("everything", cell.Requests.ToString());
    }

    private static Snapshot Mesh(params (string, object?)[] values) =>
        Snapshot.From(
            new SnapshotSources
            {
                Releases = [new("east", "istio-system", "istiod", "istio/istiod", Map(values))],
                Services = [new("east", "foo", "web", Labels("web"), [new DeclaredPort(8000, "http", 8080)])],
                Workloads =
                [
                    new("east", "foo", "web", Labels("web"), "web", true),
                    new("east", "bar", "sleep", Labels("sleep"), "sleep", true),
                ],
            }
        );

    private static Dictionary<string, string> Labels(string app) => new() { ["app"] = app };

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToDictionary(entry => entry.Key, entry => entry.Value);
}
