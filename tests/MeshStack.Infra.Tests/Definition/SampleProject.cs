namespace MeshStack.Infra.Tests.Definition;

/// <summary>A small valid project in a folder of its own, for tests to break.</summary>
internal sealed class SampleProject : IDisposable
{
    public const string Stack = """
        config:
          pulumi:disable-default-providers: [kubernetes]
          meshstack:meshId: test
          meshstack:trust:
            rootCertificate: {config: root}
          meshstack:gateways:
            eastWest: {}
            ingress: {}
          meshstack:clusters:
            east:
              context: kind-east
            west:
              context: kind-west
        """;

    public const string Intents = """
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
        access:
          - methods: [GET]
            paths: [/items*]
        """;

    public SampleProject()
    {
        Root = Directory.CreateTempSubdirectory("meshstack-").FullName;
        Write("Pulumi.yaml", "name: meshstack\nruntime: dotnet\n");
        Write("Pulumi.test.yaml", Stack);
        Write("infra/mesh/test/shop.yaml", Intents);
    }

    /// <summary>The definition of a stack with this configuration and these intents.</summary>
    /// <param name="settings">Lines under <c>config:</c> besides what every stack has.</param>
    /// <param name="intents">Its documents.</param>
    public static MeshDefinition Load(string settings, string intents = "# nothing yet\n")
    {
        using var project = new SampleProject();
        var lines = settings.TrimEnd('\n').Split('\n').Prepend("pulumi:disable-default-providers: [kubernetes]");
        project.Write("Pulumi.test.yaml", "config:\n" + string.Concat(lines.Select(line => $"  {line}\n")));
        project.Write("infra/mesh/test/shop.yaml", intents);
        return DefinitionLoader.Load(project.Root, "test");
    }

    public string Root { get; }

    public string PathOf(string file) => Path.Combine(Root, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
