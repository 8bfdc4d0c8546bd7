using System.Text.Json;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Definition.Intents;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Infra.Tests.Access;

/// <summary>What is left out for one question changes no answer to it.</summary>
public sealed class RelevantIntentsTests
{
    private const int Meshes = 60;

    [Theory]
    [InlineData("dev", 2)]
    [InlineData("prod", 3)]
    public void ThePartThatIsComposedGivesTheSameVerdictsAsTheWhole(string stack, int leftOutAtLeast)
    {
        var leftOut = LeftOut(Repository.Root, stack);
        Assert.True(leftOut >= leftOutAtLeast, $"only {leftOut} services were left out");
    }

    [Fact]
    public void ThePartThatIsComposedGivesTheSameVerdictsAsTheWholeOfAnyMesh()
    {
        var (leftOut, refused) = (0, 0);
        foreach (var number in Enumerable.Range(0, Meshes))
        {
            var root = RandomDefinition.Write(number);
            try
            {
                leftOut += LeftOut(root.FullName, "test");
            }
            catch (DefinitionException)
            {
                refused++;
            }
            finally
            {
                root.Delete(recursive: true);
            }
        }

        Assert.True(leftOut > Meshes && refused < Meshes / 2, $"{leftOut} services were left out, and {refused} meshes refused");
    }

    [Fact]
    public void WhatARouteLeadsToIsComposedWithIt()
    {
        using var project = new SampleProject();
        project.Write(
            "infra/mesh/test/shop.yaml",
            """
            kind: InboundService
            name: web
            cluster: east
            namespace: shop
            port: 80
            targetPort: 8080
            ---
            kind: ClientAccess
            name: cart-to-web
            service: web
            cluster: west
            namespace: cart
            access: [{methods: [GET]}]
            ---
            kind: ServiceRoute
            name: web
            service: web
            routes:
              - match: [{path: {prefix: /mirrored}}]
                mirror: {service: shadow}
              - match: [{path: {prefix: /status}}]
                to: [{service: other}]
              - match: [{path: {prefix: /part}}]
                delegate: part
            ---
            kind: ServiceRoute
            name: part
            partOf: web
            service: more
            routes: [{timeout: 5s}]
            ---
            kind: InboundService
            name: other
            cluster: east
            namespace: others
            port: 80
            targetPort: 8080
            ---
            kind: InboundService
            name: shadow
            cluster: east
            namespace: shadows
            port: 80
            targetPort: 8080
            ---
            kind: InboundService
            name: more
            cluster: east
            namespace: more
            port: 80
            targetPort: 8080
            ---
            kind: InboundService
            name: last
            cluster: east
            namespace: last
            port: 80
            targetPort: 8080
            """
        );
        Assert.True(LeftOut(project.Root, "test") > 0);
    }

    private static int LeftOut(string root, string stack)
    {
        var definition = DefinitionLoader.Load(root, stack);
        var whole = MeshSnapshot.Of(StackComposition.Compose(definition));
        var callers = definition
            .Accesses.Select(a => a.Args)
            .Where(a => a.Namespace is not null)
            .Select(a =>
                (Cluster: (string?)a.ControlPlane!.Cluster.Name, a.Namespace, Account: a.ServiceAccount ?? DeclaredCallers.AnyAccount)
            )
            .Append((null, null, ""))
            .Distinct()
            .ToList();
        var leftOut = 0;
        foreach (var service in definition.Services.Select(s => s.Args))
        {
            foreach (var caller in callers)
            {
                foreach (var host in service.Hosts)
                {
                    var part = RelevantIntents.Of(definition, new HashSet<string> { host }, caller.Cluster, caller.Namespace);
                    leftOut += definition.Services.Length - part.Services.Length;
                    var composed = StackComposition.Compose(part) with { Definition = definition };
                    var asks = caller.Cluster is null
                        ? (Caller)new Caller.Outside(service.ControlPlane.Cluster.Name)
                        : new Caller.InMesh(caller.Cluster, caller.Namespace!, caller.Account);
                    foreach (var port in new[] { service.Port!.Value, 80, 443 }.Distinct())
                    {
                        var request = new Request
                        {
                            Host = host,
                            Port = port,
                            Path = "/status/200",
                            Protocol =
                                port == 443 ? RequestProtocol.Https
                                : service.IsHttp ? RequestProtocol.Http
                                : RequestProtocol.Tcp,
                        };
                        Assert.Equal(Text(whole, asks, request), Text(MeshSnapshot.Of(composed), asks, request));
                    }
                }
            }
        }

        return leftOut;
    }

    private static string Text(Snapshot snapshot, Caller caller, Request request) =>
        JsonSerializer.Serialize(AccessEvaluator.Evaluate(snapshot, caller, request));
}
