using System.Reflection;
using MeshStack.Istio;
using Pulumi;

namespace MeshStack.Components.Tests.Istio;

/// <summary>The types of the namespace MeshStack.Istio.</summary>
internal static class IstioTypes
{
    private static IReadOnlyList<Type> All { get; } =
        typeof(Gateway)
            .Assembly.GetExportedTypes()
            .Where(t => t.Namespace == typeof(Gateway).Namespace)
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .ToList();

    /// <summary>Resources with their args.</summary>
    public static IReadOnlyList<(string Name, Type Resource, Type Args)> Kinds { get; } =
        All.Where(t => t.BaseType == typeof(Pulumi.Kubernetes.ApiExtensions.CustomResource))
            .Select(t => (t.Name, t, All.Single(args => args.Name == t.Name + "Args")))
            .ToList();

    public static IReadOnlyList<Type> Messages { get; } = All.Where(t => t.BaseType == typeof(ResourceArgs)).ToList();

    public static IReadOnlyList<Type> Enums { get; } = All.Where(t => t.GetCustomAttribute<EnumTypeAttribute>() is not null).ToList();
}
