using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace MeshStack.Components.Tests.Peering;

/// <summary>A kubeconfig as istioctl/pkg/multicluster/remote_secret.go of istio/istio writes it.</summary>
public sealed class KubeconfigTests
{
    private const string Text =
        """{"apiVersion":"v1","clusters":[{"cluster":{"certificate-authority-data":"Q0E+/w==","server":"https://c2:6443"}"""
        + ""","name":"c2"}],"contexts":[{"context":{"cluster":"c2","user":"c2"},"name":"c2"}]"""
        + ""","current-context":"c2","kind":"Config","users":[{"name":"c2","user":{"token":"a.b+c"}}]}""";

    [Fact]
    public void ItHoldsTheNameFourTimesTheServerItsCaAndAToken() =>
        Assert.Equal(Text, Kubeconfig.Of("c2", "https://c2:6443", "Q0E+/w==", "a.b+c"));

    /// <summary>istiod reads YAML, other tools JSON: the same must be in it for both.</summary>
    [Fact]
    public void ItIsTheSameAsYamlAndAsJson()
    {
        var text = Kubeconfig.Of("c2", "https://c2:6443", "Q0E+/w==", "tricky: 'y\" # {token}\n");
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), Plain(Assert.Single(yaml.Documents).RootNode)));
    }

    /// <summary>istiod refuses all of these: pkg/kube/multicluster/secretcontroller.go of istio/istio.</summary>
    [Theory]
    [InlineData("exec")]
    [InlineData("auth-provider")]
    [InlineData("tokenFile")]
    [InlineData("client-certificate")]
    [InlineData("client-certificate-data")]
    [InlineData("client-key")]
    [InlineData("client-key-data")]
    [InlineData("certificate-authority")]
    [InlineData("insecure-skip-tls-verify")]
    [InlineData("username")]
    [InlineData("password")]
    public void NothingInItPointsElsewhere(string key) =>
        Assert.DoesNotContain(key, Keys(JsonDocument.Parse(Kubeconfig.Of("c2", "s", "ca", "t")).RootElement));

    private static IEnumerable<string> Keys(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Keys(p.Value).Prepend(p.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
            _ => [],
        };

    private static JsonNode? Plain(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Plain(c.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(Plain)]),
            _ => JsonValue.Create(((YamlScalarNode)node).Value),
        };
}
