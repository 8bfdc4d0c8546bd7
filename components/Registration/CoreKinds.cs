using MeshStack.Manifests;
using Pulumi;
using Pulumi.Kubernetes.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack.Registration;

/// <summary>Kubernetes' own kinds by their generated classes, whose type tokens and secret outputs are a part of every stack's
/// state.</summary>
internal static class CoreKinds
{
    /// <summary>The object; null where its kind is none of these.</summary>
    public static Resource? Create(PlannedResource planned, CustomResourceOptions options, EngineValues values)
    {
        var name = planned.Key.Name;
        return planned.Key.Type switch
        {
            PulumiTypes.Namespace => new Namespace(name, new NamespaceArgs { Metadata = CustomKinds.Metadata(planned, values) }, options),
            PulumiTypes.NamespacePatch => new NamespacePatch(
                name,
                new NamespacePatchArgs { Metadata = PatchMetadata(planned, values) },
                options
            ),
            PulumiTypes.Secret => new Secret(name, SecretOf(planned, values), options),
            PulumiTypes.Service => new Service(name, ServiceOf(planned, values), options),
            "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration" => new MutatingWebhookConfiguration(
                name,
                WebhooksOf(planned, values),
                options
            ),
            _ => null,
        };
    }

    private static ObjectMetaPatchArgs PatchMetadata(PlannedResource planned, EngineValues values)
    {
        var tree = CustomKinds.Tree(planned.Inputs["metadata"]);
        var metadata = new ObjectMetaPatchArgs { Name = (string)tree["name"] };
        if (tree.TryGetValue("labels", out var labels))
        {
            metadata.Labels = EngineTree.Texts(labels, values);
        }

        if (tree.TryGetValue("annotations", out var annotations))
        {
            metadata.Annotations = EngineTree.Texts(annotations, values);
        }

        return metadata;
    }

    private static SecretArgs SecretOf(PlannedResource planned, EngineValues values)
    {
        var secret = new SecretArgs { Metadata = CustomKinds.Metadata(planned, values) };
        if (planned.Inputs.TryGetValue("type", out var type))
        {
            secret.Type = (string)type;
        }

        if (planned.Inputs.TryGetValue("stringData", out var data))
        {
            secret.StringData = EngineTree.Texts(data, values);
        }

        return secret;
    }

    private static ServiceArgs ServiceOf(PlannedResource planned, EngineValues values)
    {
        var spec = CustomKinds.Tree(planned.Inputs["spec"]);
        return new()
        {
            Metadata = CustomKinds.Metadata(planned, values),
            Spec = new ServiceSpecArgs
            {
                Selector = EngineTree.Texts(spec["selector"], values),
                Ports = Items(spec["ports"]).Select(Port).ToArray(),
            },
        };
    }

    private static ServicePortArgs Port(IReadOnlyDictionary<string, object> tree)
    {
        var port = new ServicePortArgs { Name = (string)tree["name"], Port = Number(tree["port"]) };
        if (tree.TryGetValue("targetPort", out var target))
        {
            port.TargetPort = Number(target);
        }

        if (tree.TryGetValue("protocol", out var protocol))
        {
            port.Protocol = (string)protocol;
        }

        return port;
    }

    private static MutatingWebhookConfigurationArgs WebhooksOf(PlannedResource planned, EngineValues values) =>
        new() { Metadata = CustomKinds.Metadata(planned, values), Webhooks = Items(planned.Inputs["webhooks"]).Select(Webhook).ToArray() };

    private static MutatingWebhookArgs Webhook(IReadOnlyDictionary<string, object> tree) =>
        new()
        {
            Name = (string)tree["name"],
            ClientConfig = Client(CustomKinds.Tree(tree["clientConfig"])),
            SideEffects = (string)tree["sideEffects"],
            Rules = Items(tree["rules"]).Select(Rule).ToArray(),
            FailurePolicy = (string)tree["failurePolicy"],
            ReinvocationPolicy = (string)tree["reinvocationPolicy"],
            AdmissionReviewVersions = Texts(tree["admissionReviewVersions"]),
            NamespaceSelector = Selector(CustomKinds.Tree(tree["namespaceSelector"])),
            ObjectSelector = Selector(CustomKinds.Tree(tree["objectSelector"])),
        };

    private static WebhookClientConfigArgs Client(IReadOnlyDictionary<string, object> tree)
    {
        if (tree.TryGetValue("url", out var url))
        {
            return new() { Url = (string)url };
        }

        var service = CustomKinds.Tree(tree["service"]);
        return new()
        {
            Service = new ServiceReferenceArgs
            {
                Name = (string)service["name"],
                Namespace = (string)service["namespace"],
                Path = (string)service["path"],
                Port = Number(service["port"]),
            },
        };
    }

    private static RuleWithOperationsArgs Rule(IReadOnlyDictionary<string, object> tree) =>
        new()
        {
            Operations = Texts(tree["operations"]),
            ApiGroups = Texts(tree["apiGroups"]),
            ApiVersions = Texts(tree["apiVersions"]),
            Resources = Texts(tree["resources"]),
        };

    private static LabelSelectorArgs Selector(IReadOnlyDictionary<string, object> tree) =>
        new()
        {
            MatchExpressions = Items(tree["matchExpressions"])
                .Select(one =>
                {
                    var requirement = new LabelSelectorRequirementArgs { Key = (string)one["key"], Operator = (string)one["operator"] };
                    if (one.TryGetValue("values", out var values))
                    {
                        requirement.Values = Texts(values);
                    }

                    return requirement;
                })
                .ToArray(),
        };

    private static IEnumerable<IReadOnlyDictionary<string, object>> Items(object list) =>
        ((IEnumerable<object>)list).Select(CustomKinds.Tree);

    private static string[] Texts(object list) => [.. ((IEnumerable<object>)list).Cast<string>()];

    private static int Number(object number) => Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture);
}
