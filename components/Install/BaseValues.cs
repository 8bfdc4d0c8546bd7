namespace MeshStack;

/// <summary>Values of the chart <c>base</c>: the CRDs and the webhook that validates what no revision claims.</summary>
internal static class BaseValues
{
    public static Dictionary<string, object> Of(IstioInstallArgs args)
    {
        var values = CommonValues.Of(args);
        // A revision and never a tag: the webhook calls the service of that istiod.
        values["defaultRevision"] = args.RevisionSet.Main;
        if (args.Remote is { } remote)
        {
            values = RemoteValues.Base(args, remote, values);
        }

        return ChartValues.Merge(values, args.Values?.Base);
    }
}
