using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using static MeshStack.Analysis.Config.Masks.MaskRules;

namespace MeshStack.Analysis.Config.Masks;

/// <summary>Kubernetes' own kinds, of which only those fields count that are named here.</summary>
internal static class KubernetesMasks
{
    private const string Template = "spec template";

    /// <summary>What makes pods of a template.</summary>
    public static MaskRules Controller { get; } = Pods(Template);

    /// <summary>Any other kind: whatever has a pod's template makes pods of it.</summary>
    public static MaskRules Other { get; } = new(MaskEffect.None, Unread($"{Template} spec containers"));

    public static IEnumerable<KeyValuePair<string, MaskRules>> ByKind =>
        [
            .. PodTemplate.Controllers.Select(kind =>
                KeyValuePair.Create(kind, kind == "ReplicaSet" ? Pods(Template, "spec replicas") : Controller)
            ),
            KeyValuePair.Create("CronJob", Pods("spec jobTemplate spec template")),
            KeyValuePair.Create("Pod", Pods("", "status podIP")),
            Of(
                "Service",
                Unread("metadata creationTimestamp", "metadata annotations networking.istio.io/exportTo"),
                Unread($"metadata labels {MeshConfigurationReader.NetworkLabel}", "metadata labels networking.istio.io/gatewayPort"),
                Unread("metadata labels istio.io/use-waypoint", "metadata labels istio.io/use-waypoint-namespace"),
                Unread("metadata labels istio.io/use-waypoint-canary", "metadata labels istio.io/ingress-use-waypoint"),
                Unread("metadata labels gateway.istio.io/managed", "metadata labels istio.io/global"),
                Unread("spec selector", "spec ports", "spec type", "spec externalName", "spec clusterIP"),
                Matched("spec loadBalancerIP", "spec externalIPs []", "status loadBalancer ingress []"),
                Matched($"metadata annotations {IstioNames.NodesAnnotation}")
            ),
            Of(
                "discovery.k8s.io/EndpointSlice",
                Unread("metadata labels kubernetes.io/service-name", "endpoints [] addresses", "endpoints [] conditions ready", "ports")
            ),
            Of("Endpoints", Unread("subsets [] addresses [] ip", "subsets [] ports")),
            Of("Namespace", Matched("metadata labels", "metadata annotations topology.istio.io/controlPlaneClusters")),
            KeyValuePair.Create(
                "Secret",
                new MaskRules(
                    MaskEffect.None,
                    Matched($"metadata labels {RemoteSecrets.Label}", "metadata annotations networking.istio.io/cluster"),
                    Matched("data", "stringData"),
                    None("data *", "stringData *")
                )
            ),
            KeyValuePair.Create(
                "ConfigMap",
                new MaskRules(MaskEffect.None, Matched("metadata name", "data mesh", "data meshNetworks", "data values", "data config"))
            ),
            Of(
                "admissionregistration.k8s.io/MutatingWebhookConfiguration",
                Unread("metadata labels istio.io/rev", "webhooks [] name", "webhooks [] namespaceSelector", "webhooks [] objectSelector")
            ),
            .. OfGatewayApi(),
            .. OfIngress(),
        ];

    private static IEnumerable<KeyValuePair<string, MaskRules>> OfGatewayApi() =>
        [
            Of(
                $"{GatewayApiKinds.Group}/Gateway",
                Unread("spec gatewayClassName", "spec addresses", "spec listeners [] name", "spec listeners [] port"),
                Unread("spec listeners [] hostname", "spec listeners [] protocol", "spec listeners [] allowedRoutes namespaces"),
                Unread(
                    "metadata labels istio.io/waypoint-for",
                    "metadata annotations gateway.istio.io/service-account",
                    "status addresses"
                ),
                Unread("metadata annotations gateway.istio.io/name-override"),
                Unread("metadata annotations ambient.istio.io/waypoint-inbound-binding")
            ),
            Of($"{GatewayApiKinds.Group}/GatewayClass", Unread("spec controllerName", "metadata labels istio.io/waypoint-for")),
            .. GatewayApiKinds.Routes.Select(kind =>
                Of(
                    $"{GatewayApiKinds.Group}/{kind}",
                    Unread(
                        "spec parentRefs",
                        "spec hostnames",
                        "spec rules [] backendRefs [] name",
                        "spec rules [] backendRefs [] namespace"
                    ),
                    Unread("spec rules [] backendRefs [] kind", "spec rules [] backendRefs [] port")
                )
            ),
        ];

    private static IEnumerable<KeyValuePair<string, MaskRules>> OfIngress() =>
        [
            Of(
                "networking.k8s.io/Ingress",
                Unread("metadata annotations kubernetes.io/ingress.class", "spec ingressClassName", "spec defaultBackend"),
                Unread("spec rules [] host", "spec rules [] http paths [] backend", "spec tls"),
                None("spec tls []")
            ),
            Of("networking.k8s.io/IngressClass", Unread("spec controller")),
        ];

    private static KeyValuePair<string, MaskRules> Of(
        string kind,
        params IEnumerable<IEnumerable<(string Path, MaskEffect Effect)>> rules
    ) => KeyValuePair.Create(kind, new MaskRules(MaskEffect.None, [IstioMasks.Named, .. rules]));

    // What an application is given, its environment and arguments among it, says nothing about access; those of a proxy may.
    private static MaskRules Pods(string at, params IEnumerable<string> more) =>
        new(
            MaskEffect.None,
            IstioMasks.Named,
            Unread(more),
            Unread("metadata ownerReferences", $"{at} metadata labels"),
            Unread(PodTemplate.ReadAnnotations.Select(name => $"{at} metadata annotations {name}")),
            Unread(
                $"{at} spec serviceAccountName",
                $"{at} spec serviceAccount",
                $"{at} spec hostNetwork",
                $"{at} spec initContainers [] name",
                $"{at} spec initContainers [] restartPolicy"
            ),
            Unread(
                $"{at} spec initContainers [] ports [] name",
                $"{at} spec initContainers [] ports [] containerPort",
                $"{at} spec initContainers [] ports [] protocol"
            ),
            Unread(
                $"{at} spec containers [] name",
                $"{at} spec containers [] ports [] name",
                $"{at} spec containers [] ports [] containerPort",
                $"{at} spec containers [] ports [] protocol",
                $"{at} spec containers [] ports [] hostPort"
            ),
            Unread(
                $"{at} spec securityContext runAsUser",
                $"{at} spec securityContext runAsGroup",
                $"{at} spec containers [] securityContext runAsUser",
                $"{at} spec containers [] securityContext runAsGroup"
            ),
            Matched($"{at} spec containers [] args")
        );
}
