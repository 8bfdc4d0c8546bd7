namespace Repository.Tests.Preview;

/// <summary>The tests that share one clone, because it takes its time to build.</summary>
[CollectionDefinition(Name)]
public sealed class OneClone : ICollectionFixture<BuiltClone>
{
    public const string Name = "a built clone";
}
