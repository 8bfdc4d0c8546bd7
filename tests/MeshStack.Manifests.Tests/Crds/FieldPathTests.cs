namespace MeshStack.Manifests.Tests;

public class FieldPathTests
{
    [Theory]
    [InlineData("spec.http[0].timeout", "spec", "http", null, "timeout")]
    [InlineData("spec.http[].timeout", "spec", "http", null, "timeout")]
    [InlineData("metadata.labels[\"app.kubernetes.io/name\"]", "metadata", "labels", "app.kubernetes.io/name")]
    [InlineData("")]
    public void A_path_is_read_key_by_key(string path, params string?[] segments) => Assert.Equal(segments, FieldPath.Segments(path));

    [Fact]
    public void A_path_is_written_as_it_is_read() =>
        Assert.Equal("spec.a[2][\"b.c\"]", FieldPath.Append(FieldPath.Append(FieldPath.Append("spec", "a"), 2), "b.c"));
}
