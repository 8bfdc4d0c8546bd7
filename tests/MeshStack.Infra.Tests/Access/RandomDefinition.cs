using System.Globalization;
using System.Text;

namespace MeshStack.Infra.Tests.Access;

/// <summary>A definition that a number makes up: a few services and callers that share namespaces, gateways and hosts more often than
/// not.</summary>
internal static class RandomDefinition
{
    private static readonly string[] Clusters = ["one", "two", "three"];

    private static readonly string[] Spaces = ["alpha", "beta", "gamma"];

    /// <summary>A folder with the stack <c>test</c>.</summary>
    public static DirectoryInfo Write(int number)
    {
        var random = new Random(number);
        var root = Directory.CreateTempSubdirectory("meshstack-");
        var mesh = root.CreateSubdirectory("infra/mesh/test");
        File.WriteAllText(Path.Combine(root.FullName, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        File.WriteAllText(Path.Combine(root.FullName, "Pulumi.test.yaml"), Configuration(Any(random, ["federated", "multi-primary"])));
        File.WriteAllText(Path.Combine(mesh.FullName, "mesh.yaml"), Intents(random));
        return root;
    }

    private static string Configuration(string topology)
    {
        var namespaces = string.Join(", ", Spaces.Select(ns => $"{ns}: {{}}"));
        var clusters = Clusters.Select(
            (cluster, index) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {cluster}: {{context: {cluster}, domain: {cluster}.example.com, apiServer: \"https://10.0.0.{index + 1}\", "
                        + $"gateways: {{eastWest: {{address: 10.0.1.{index + 1}}}}}}}"
                )
        );
        return $$$"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: test
              meshstack:topology: {{{topology}}}
              meshstack:istio: {version: 1.31.4}
              meshstack:gateways: {ingress: {}}
              meshstack:trust: {generated: {}}
              meshstack:namespaces: {{{{namespaces}}}}
              meshstack:clusters:
            {{{string.Join('\n', clusters)}}}
            """;
    }

    private static string Intents(Random random)
    {
        var text = new StringBuilder();
        var services = random.Next(2, 6);
        List<int> open = [];
        for (var number = 0; number < services; number++)
        {
            var external = "";
            if (random.Next(3) == 0)
            {
                open.Add(number);
                external = $"externalName: service{number}.example.com\ncredentialName: service{number}\n";
            }

            text.Append(
                CultureInfo.InvariantCulture,
                $"kind: InboundService\nname: service{number}\ncluster: {Any(random, Clusters)}\nnamespace: {Any(random, Spaces)}\nport: "
                    + $"{random.Next(8080, 8082)}\nexposedPort: 80\n{external}---\n"
            );
        }

        var callers = random.Next(2, 8);
        for (var number = 0; number < callers; number++)
        {
            var service = random.Next(services);
            var from =
                open.Contains(service) && random.Next(2) == 0
                    ? "type: external\n"
                    : $"cluster: {Any(random, Clusters)}\nnamespace: {Any(random, Spaces)}\nserviceAccount: "
                        + $"{Any(random, ["web", "jobs"])}\n";
            text.Append(
                CultureInfo.InvariantCulture,
                $"kind: ClientAccess\nname: caller{number}\nservice: service{service}\n{from}access:\n  - methods: "
                    + $"[{Any(random, ["GET", "POST"])}]\n    paths: [{Any(random, ["/status/*", "/*", "/other"])}]\n---\n"
            );
        }

        return text.ToString();
    }

    private static string Any(Random random, string[] all) => all[random.Next(all.Length)];
}
