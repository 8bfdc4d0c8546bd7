namespace MeshStack.Definition;

/// <summary>Values of the chart <c>base</c>: the CRDs and the webhook that validates what no revision claims.</summary>
internal static class BaseValues
{
    public static Dictionary<string, object> Of(Installation settings)
    {
        var values = CommonValues.Of(settings);
        // A revision and never a tag: the webhook calls the service of that istiod.
        values["defaultRevision"] = settings.RevisionSet.Main;
        if (settings.Remote is { } remote)
        {
            values = RemoteValues.Base(settings, remote, values);
        }

        return ChartValues.Merge(values, settings.Values?.Base);
    }
}
