using System.Text.Json;
using MeshStack.Manifests;

namespace MeshStack.Cli.Tests;

/// <summary>Who could take the calls to a service, and what closes that.</summary>
public sealed class InterceptionTests
{
    [Fact]
    public async Task WhoCouldTakeCallsIsListedWithWhatClosesIt()
    {
        var result = await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin");
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(
            """
            a VirtualService of any other namespace (istio-ingress, namespace01, or one made tomorrow) takes calls of cluster01 default to httpbin.namespace02.logicalcloud02:80
            closed by the Sidecars below, or for all callers by the admission policy

            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata:
              name: default
              namespace: default
            spec:
              egress:
              - hosts:
                - ./*
                - istio-system/*
                - namespace02/*
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicy
            metadata:
              name: calls-of-others
            spec:
              failurePolicy: Fail
              matchConstraints:
                resourceRules:
                - apiGroups:
                  - networking.istio.io
                  apiVersions:
                  - "*"
                  operations:
                  - CREATE
                  - UPDATE
                  resources:
                  - virtualservices
                  - serviceentries
              validations:
              - expression: object.metadata.namespace in ['istio-system', 'namespace02'] || !has(object.spec.hosts) || !object.spec.hosts.exists(h, ['httpbin.namespace02.logicalcloud02'].exists(n, h.lowerAscii() == n || (h.startsWith('*') && n.endsWith(h.lowerAscii().substring(1)))))
                message: The calls of this name are routed by the namespace of its service alone.
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingAdmissionPolicyBinding
            metadata:
              name: calls-of-others
            spec:
              policyName: calls-of-others
              validationActions:
              - Deny

            """,
            result.Output
        );
        using var json = JsonDocument.Parse((await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin", "-o", "json")).Output);
        var call = Assert.Single(json.RootElement.GetProperty("calls").EnumerateArray());
        Assert.True(call.GetProperty("closedBySidecar").GetBoolean());
        Assert.All(
            json.RootElement.GetProperty("closedBy").EnumerateArray(),
            one => Assert.Single(ManifestYaml.Read(one.GetString()!, "closing", "any"))
        );
        Assert.Contains(
            "```yaml",
            (await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin", "-o", "markdown")).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<pre>",
            (await Meshstack.RunAsync("access", "dev", "--intercept", "httpbin", "-o", "html")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WhatIsNotThereIsBadInput()
    {
        var result = await Meshstack.RunAsync("access", "dev", "--intercept", "httpbn");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("--intercept: there is no service 'httpbn'", result.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean httpbin?", result.Error, StringComparison.Ordinal);
    }
}
