namespace Pulumi;

/// <summary>Failure to log.</summary>
public class LogException(Exception exception) : Exception("Error occurred during logging", exception) { }
