namespace Pulumi.Testing;

/// <summary>Names of a tested stack, and whether it is a preview (default true).</summary>
public class TestOptions
{
    public string? ProjectName { get; set; }

    public string? StackName { get; set; }

    public string? OrganizationName { get; set; }

    public string? RootDirectory { get; set; }

    public bool? IsPreview { get; set; }
}
