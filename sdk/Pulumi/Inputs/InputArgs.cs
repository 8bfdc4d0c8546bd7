namespace Pulumi;

/// <summary>Base of classes whose members marked with [Input] travel to the engine.</summary>
public abstract class InputArgs { }
