using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Tests.Access.Calls;

public sealed class ShareTests
{
    [Theory]
    [InlineData(0, 7, "0 %")]
    [InlineData(7, 7, "100 %")]
    [InlineData(1, 8, "12.5 %")]
    [InlineData(1, 1_000_000, "0.0001 %")]
    [InlineData(1, 3, "1/3")]
    [InlineData(20, 60, "1/3")]
    [InlineData(int.MaxValue, 2L * int.MaxValue, "50 %")]
    public void AShareIsSaidExactly(long part, long whole, string text) => Assert.Equal(text, Share.Of(part, whole).ToString());

    [Fact]
    public void EqualSharesAreEqual()
    {
        Assert.Equal(Share.Of(1, 4), Share.Of(25, 100));
        Assert.Equal(33.333333, Share.Of(1, 3).Percent);
    }

    [Theory]
    [InlineData("api.shop.svc.cluster.local", null, "shop/api:80")]
    [InlineData("api.shop.svc.cluster.local", "v2", "v2 of shop/api:80")]
    [InlineData("api.shop.logicalcloud01", "v2", "v2 of api.shop.logicalcloud01:80")]
    [InlineData("a.b.c.svc.cluster.local", null, "a.b.c.svc.cluster.local:80")]
    public void ADestinationHasTheNameOfItsService(string host, string? subset, string text) =>
        Assert.Equal(text, new CallDestination(host, 80, subset).ToString());
}
