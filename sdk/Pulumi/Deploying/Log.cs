namespace Pulumi;

/// <summary>Messages to the user of the program.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => throw new NotImplementedException();

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => throw new NotImplementedException();

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => throw new NotImplementedException();

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => throw new NotImplementedException();

    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) => throw new NotImplementedException();
}
