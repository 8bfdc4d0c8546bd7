namespace MeshStack.Analysis.Model;

/// <summary>What an algebra of requests keeps beside a verdict.</summary>
internal interface IRequestOutcome;
