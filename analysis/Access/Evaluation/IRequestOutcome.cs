namespace MeshStack.Analysis.Access;

/// <summary>What an algebra of requests keeps beside a verdict.</summary>
internal interface IRequestOutcome;
