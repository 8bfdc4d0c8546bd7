using MeshStack.Offline.Tests.Programs;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;
using static MeshStack.Offline.Tests.Programs.Offline;
using Kubernetes = Pulumi.Kubernetes;

namespace MeshStack.Offline.Tests;

/// <summary>Which resources are taken for existing ones that a program only reads.</summary>
public sealed class ReadTests
{
    public static TheoryData<bool> PreviewAndUp => new(true, false);

    [Theory]
    [MemberData(nameof(PreviewAndUp))]
    public async Task CreatedResourcesAreNoReadsWhateverTheirPackageSaysOfTheirId(bool isPreview)
    {
        var recording = await Run(
            () =>
            {
                var east = new Site("east");
                _ = new Namespace("namespace", null, east.Use);
                _ = new NamespacePatch("patch", new() { Metadata = new ObjectMetaPatchArgs { Name = "kube-public" } }, east.Use);
                _ = new Service("service", null, east.Use);
                _ = new Secret("secret", null, east.Use);
                _ = new ConfigMap("config-map", null, east.Use);
                _ = new ServiceAccount("account", null, east.Use);
                _ = new Kubernetes.AdmissionRegistration.V1.MutatingWebhookConfiguration("webhooks", null, east.Use);
                _ = new Release("release", new() { Chart = "base" }, east.Use);
                _ = new Kubernetes.Yaml.V2.ConfigFile("file", new() { File = "crds.yaml" }, new() { Providers = { east.Provider } });
                Route("route", east.Use);
                _ = new Thing("thing");
            },
            new OfflineOptions { IsPreview = isPreview }
        );

        Assert.Equal(13, recording.Resources.Length);
        Assert.DoesNotContain(recording.Resources, resource => resource.IsRead);
        Assert.Equal(8, recording.Manifests.Count());
        Assert.Equal("base", recording.HelmReleases.Single().Chart);
    }

    [Theory]
    [MemberData(nameof(PreviewAndUp))]
    public async Task AnIdThatIsAnEmptyTextReadsNothing(bool isPreview)
    {
        var recording = await Run(
            () =>
            {
                _ = new Thing("empty", null, new() { Id = "" });
                _ = new Thing("later", null, new() { Id = Output.Create(Later("")) });
                _ = new Thing("null", null, new() { Id = Output.Create((string)null!) });
                _ = new Thing("imported", null, new() { Id = "", ImportId = "there-already" });
            },
            new OfflineOptions { IsPreview = isPreview }
        );

        Assert.Equal([false, false, false, false], recording.Resources.Select(resource => resource.IsRead));
    }

    [Theory]
    [MemberData(nameof(PreviewAndUp))]
    public async Task WhatIsReadIsReadByATextByAnotherResourcesIdOrByOneThatComesLater(bool isPreview)
    {
        var recording = await Run(
            () =>
            {
                var east = new Site("east");
                Service.Get("by-text", "istio-system/istio-ingressgateway", east.Use);
                Service.Get("by-another", Route("route", east.Use).Id, east.Use);
                Service.Get("by-a-later-one", Output.Create(Later("istio-system/istiod")), east.Use);
                _ = new Thing("of-another-package", null, new() { Id = "thing-1" });
            },
            new OfflineOptions { IsPreview = isPreview }
        );

        Assert.Equal(
            ["by-a-later-one", "by-another", "by-text", "of-another-package"],
            recording.Resources.Where(resource => resource.IsRead).Select(resource => resource.Id.Name)
        );
        Assert.Equal(["route"], recording.Manifests.Select(manifest => manifest.Name));
    }

    [Theory]
    [MemberData(nameof(PreviewAndUp))]
    public async Task AnUnknownIdIsRefusedAtOnceOrLater(bool isPreview)
    {
        var problems = await Problems(
            () =>
            {
                var east = new Site("east");
                Service.Get("at-once", OutputUtilities.CreateUnknown("id"), east.Use);
                Service.Get("later", OutputUtilities.CreateUnknown(() => Later("id")), east.Use);
            },
            new OfflineOptions { IsPreview = isPreview }
        );

        Assert.Equal(
            [
                "kubernetes:core/v1:Service 'at-once' reads an existing resource, but its id is unknown before a real run",
                "kubernetes:core/v1:Service 'later' reads an existing resource, but its id is unknown before a real run",
            ],
            problems
        );
    }

    private static async Task<string> Later(string value)
    {
        await Task.Yield();
        return value;
    }
}
