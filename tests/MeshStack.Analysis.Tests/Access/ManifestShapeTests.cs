using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access;

public sealed class ManifestShapeTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("shapes").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("spec: {rules: {}}", "spec.rules is an object, and has to be a list")]
    [InlineData(
        "spec: {rules: [{to: [{operation: {methods: GET}}]}]}",
        "spec.rules[0].to[0].operation.methods is the text \"GET\", and has to be a list of texts"
    )]
    [InlineData(
        "spec: {rules: [{to: [{operation: {ports: [8080]}}]}]}",
        "spec.rules[0].to[0].operation.ports has the value 8080, and has to be a list of texts"
    )]
    [InlineData("spec: {rules: [{from: [{source: {principal: [a]}}]}]}", "spec.rules[0].from[0].source.principal is not known")]
    [InlineData("spec: {rules: [{from: [{source: {principal: [a]}}]}]}", "did you mean principals?")]
    [InlineData("spec: {rules: [{when: [{key: source.ip, value: [a]}]}]}", "spec.rules[0].when[0].value is not known")]
    public void WhatTheAPIServerRefusesOfAPolicyIsAnError(string spec, string message)
    {
        var problem = Assert.Single(
            ProblemsOf(
                "policy.yaml",
                $"apiVersion: v1\nkind: Namespace\nmetadata: {{name: foo}}\n---\napiVersion: security.istio.io/v1\nkind: "
                    + $"AuthorizationPolicy\nmetadata: {{name: a, namespace: foo}}\n{spec}\n"
            )
        );

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(5, problem.Location.Line);
    }

    [Fact]
    public void AllOfItIsSaidAtOnce() =>
        Assert.Equal(
            2,
            ProblemsOf(
                "service.yaml",
                """
                {apiVersion: v1, kind: Service, metadata: {name: a, namespace: foo}, spec: {selector: web, ports: [{port: "8000",
                  targetPort: "8080"}]}}
                """
            ).Count
        );

    [Fact]
    public void WhatTheAPIServerTakesIsRead() =>
        Assert.Empty(
            ProblemsOf(
                "all.yaml",
                """
                {apiVersion: v1, kind: Service, metadata: {name: a, namespace: foo}, spec: {selector: {app: web}, ports: [{port: 8000,
                  targetPort: http}]}}
                ---
                {apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: a, namespace: foo}, spec: {rules: [{},
                  {from: null, to: [{operation: {notMethods: [GET]}}]}]}}
                ---
                {apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: a, namespace: foo}, spec: {servers: none}}
                """
            )
        );

    [Fact]
    public void AMaskHasAnyShape() =>
        Assert.Empty(
            ProblemsOf(
                "all.yaml",
                """
                {apiVersion: v1, kind: Service, metadata: {name: a, namespace: foo}, spec: {selector: "[secret]",
                  ports: [{port: "[secret]"}]}}
                ---
                {apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: a, namespace: foo},
                    spec: {rules: ["[secret]", {to: [{operation: {paths: "[secret]"}}]}]}}
                ---
                {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: a, namespace: foo}, spec: "[secret]"}
                """
            )
        );

    [Fact]
    public void ATemplateThatIsNotRenderedIsNamedAsSuch()
    {
        var problem = Assert.Single(ProblemsOf("template.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ .Values.name }}\n"));

        Assert.Contains("Helm template", problem.Message, StringComparison.Ordinal);
        Assert.Equal(4, problem.Location.Line);
    }

    [Fact]
    public void JSONIsReadAsYAMLIs()
    {
        Write(
            "policy.json",
            """{"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a","""
                + """ "namespace": "foo"}, "spec": {}}]}"""
        );

        Assert.Equal("Service foo/a", Assert.Single(Snapshot.SourcesOfFolder(_root).Manifests).Reference);
    }

    [Fact]
    public void RevisionsThatDisagreeAreNamed()
    {
        static string Map(string name, string domain) =>
            $"{{apiVersion: v1, kind: ConfigMap, metadata: {{name: {name}, namespace: istio-system}}, data: {{mesh: \"trustDomain: "
            + $"{domain}\"}}}}\n---\n";
        const string Namespaces =
            "{apiVersion: v1, kind: Namespace, metadata: {name: a, labels: {istio.io/rev: one}}}\n---\n{apiVersion: v1, kind: Namespace, "
            + "metadata: {name: b, labels: {istio.io/rev: two}}}\n---\n";
        Write("mesh.yaml", Namespaces + Map("istio-one", "x") + Map("istio-two", "x"));
        Assert.Equal("x", Snapshot.FromFolder(_root).MeshOf("east").TrustDomain);

        Write("mesh.yaml", Namespaces + Map("istio-one", "x") + Map("istio-two", "y"));
        var problems = Assert.Throws<ManifestFormatException>(() => Snapshot.FromFolder(_root)).Problems;

        Assert.Equal(["istio-one", "istio-two"], problems.Select(problem => problem.Message.Split(' ')[1].Split('/')[1]));
    }

    private IReadOnlyList<ManifestProblem> ProblemsOf(string file, string text)
    {
        Write(file, text);
        try
        {
            _ = Snapshot.SourcesOfFolder(_root);
            return [];
        }
        catch (ManifestFormatException exception)
        {
            return exception.Problems;
        }
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(_root, "east"));
        File.WriteAllText(Path.Combine(_root, "east", file), text);
    }
}
