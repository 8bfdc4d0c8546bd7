namespace Sdk.Tests.Programs;

/// <summary>Tests that change the environment, which every other run reads: they run alone.</summary>
[CollectionDefinition("environment", DisableParallelization = true)]
public sealed class EnvironmentTests;
