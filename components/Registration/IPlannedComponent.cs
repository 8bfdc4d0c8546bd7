namespace MeshStack.Registration;

/// <summary>A component whose children a plan names.</summary>
internal interface IPlannedComponent
{
    /// <summary>Says what a plan has the component say of itself, once its children are registered.</summary>
    public void Finish(PlannedResource planned, EngineValues values);
}
