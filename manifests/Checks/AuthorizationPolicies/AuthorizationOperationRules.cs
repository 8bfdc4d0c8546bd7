using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>Rules on the operations of an AuthorizationPolicy.</summary>
internal static class AuthorizationOperationRules
{
    private static readonly string[] Keys = ["hosts", "notHosts", "ports", "notPorts", "methods", "notMethods", "paths", "notPaths"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "authorization-operation",
            Severity.Error,
            "AuthorizationPolicy",
            "to lists operations, each with a condition, and no value is empty.",
            "An operation without conditions, or with an empty value, says nothing about the request that it matches.",
            "Give a host, port, method or path, or leave to out to match every operation.",
            Operation
        ),
        new(
            "authorization-to-empty",
            Severity.Warning,
            "AuthorizationPolicy",
            "to is no empty list.",
            "An empty list is the same as none, so the rule matches every operation.",
            "List the operations that are meant, or remove to.",
            Empty,
            RuleOrigin.MeshStack
        ),
        new(
            "authorization-operation-port",
            Severity.Error,
            "AuthorizationPolicy",
            "Ports of operations are numbers up to 65535.",
            "Envoy compares port numbers, and no connection has a port of that text.",
            "Write the number of the workload's port as text.",
            Port
        ),
        new(
            "authorization-path-template",
            Severity.Error,
            "AuthorizationPolicy",
            "Braces in paths are the whole segments {*} and {**} of a template, and nothing templated follows {**}.",
            "Envoy cannot compile the template, and a policy that is not compiled would protect no path.",
            "Use {*} and {**} as whole segments, and only plain segments behind {**}.",
            PathTemplate
        ),
    ];

    private static IEnumerable<Field> Operations(Subject subject) =>
        subject.Spec["rules"].Items.SelectMany(rule => rule["to"].Items).Select(to => to["operation"]);

    private static IEnumerable<Problem> Empty(Subject subject) =>
        from to in subject.Spec["rules"].Items.Select(rule => rule["to"])
        where to.Value is IReadOnlyList<object?> { Count: 0 }
        select new Problem(to, "to is an empty list, which matches every operation; give operations, or leave it out if that is meant.");

    private static IEnumerable<Problem> Operation(Subject subject)
    {
        foreach (var operation in Operations(subject))
        {
            if (!Keys.Any(key => operation[key].HasContent))
            {
                yield return new(operation, $"The operation is empty; give at least one of {string.Join(", ", Keys)}.");
            }

            foreach (var value in Keys.SelectMany(key => operation[key].Items).Where(value => value.Text is ""))
            {
                yield return new(value, "The value is empty; write '*' to match every value that is given.");
            }
        }
    }

    private static IEnumerable<Problem> Port(Subject subject) =>
        from operation in Operations(subject)
        from port in operation["ports"].Items.Concat(operation["notPorts"].Items)
        where port.Text is { Length: > 0 } text && !Placeholder.IsIn(text) && !IsPort(text)
        select new Problem(port, $"\"{port.Text}\" is no port; ports are numbers up to 65535, as text.");

    internal static bool IsPort(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535;

    private static IEnumerable<Problem> PathTemplate(Subject subject) =>
        from operation in Operations(subject)
        from path in operation["paths"].Items.Concat(operation["notPaths"].Items)
        where path.Text is { } text && !Placeholder.IsIn(text)
        let reason = TemplatedPath.WhyNot(path.Text!)
        where reason is not null
        select new Problem(path, $"\"{path.Text}\" is no path template: {reason}.");
}
