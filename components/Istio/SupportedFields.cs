using System.Reflection;
using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Istio;

/// <summary>The fields of DestinationRules that one version of Istio has; older API servers and control planes drop newer ones without a word.</summary>
/// <param name="cluster">The cluster, as errors call it.</param>
/// <param name="version">Its version of Istio; null where it is not known, and then nothing is refused.</param>
/// <param name="owner">The component that errors belong to.</param>
internal sealed class SupportedFields(string cluster, string? version, Resource owner)
{
    private const string Group = "networking.istio.io";
    private const string Kind = "DestinationRule";

    /// <summary>The args, unless they set a field that is newer; those of nested args are looked at by another call.</summary>
    /// <param name="path">Where the args stand in the object.</param>
    /// <param name="args">The args.</param>
    public T Check<T>(string path, T args)
        where T : ResourceArgs
    {
        if (version != null && TooNew(path, args, version) is { } newer)
        {
            throw new ResourceException($"{Kind} {path}.{newer.Name} is a field of Istio {newer.Since} and newer; {cluster} runs {version}", owner, hideStack: true);
        }

        return args;
    }

    /// <summary>The same for args that may come later.</summary>
    public Input<T>? Check<T>(string path, Input<T>? args)
        where T : ResourceArgs
        => args == null ? null : (Input<T>)args.Apply(given => Check(path, given));

    /// <summary>The first version that has a field, where a given version is older.</summary>
    public static string? SinceWhere(string path, string version)
        => IstioCrds.FieldSince(Group, Kind, path) is { } since && IstioVersion.IsBefore(version, since + ".0") ? since : null;

    private static (string Name, string Since)? TooNew(string path, object args, string version)
    {
        foreach (var (name, value) in Inputs(args).Where(i => i.Value != null))
        {
            if (SinceWhere($"{path}.{name}", version) is { } since)
            {
                return (name, since);
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, object? Value)> Inputs(object args) => args.GetType()
        .GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Select(m => (Member: m, Input: m.CustomAttributes.FirstOrDefault(a => a.AttributeType == typeof(InputAttribute))))
        .Where(m => m.Input != null)
        .Select(m => ((string)m.Input!.ConstructorArguments[0].Value!, m.Member is FieldInfo field ? field.GetValue(args) : ((PropertyInfo)m.Member).GetValue(args)));
}
