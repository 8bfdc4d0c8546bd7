namespace MeshStack.Manifests.Tests;

public class FieldPathTests
{
    [Theory]
    [InlineData("spec.http[0].timeout", "spec", "http", null, "timeout")]
    [InlineData("spec.http[].timeout", "spec", "http", null, "timeout")]
    [InlineData("metadata.labels[\"app.kubernetes.io/name\"]", "metadata", "labels", "app.kubernetes.io/name")]
    [InlineData("")]
    public void APathIsReadKeyByKey(string path, params string?[] segments) => Assert.Equal(segments, FieldPath.Segments(path));

    [Fact]
    public void APathIsWrittenAsItIsRead() =>
        Assert.Equal("spec.a[2][\"b.c\"]", FieldPath.Append(FieldPath.Append(FieldPath.Append("spec", "a"), 2), "b.c"));
}
