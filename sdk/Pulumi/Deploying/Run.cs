namespace Pulumi.Deploying;

internal static class Run
{
    public static Output<T> Track<T>(Output<T> output) => output;
}
