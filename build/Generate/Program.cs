using MeshStack.Generate;

if (!File.Exists("MeshStack.sln"))
{
    Console.Error.WriteLine("This writes into the repository: start it at the root of one, where MeshStack.sln is.");
    return 1;
}

foreach (var folder in GeneratedFiles.Folders.Where(Directory.Exists))
{
    Directory.Delete(folder, recursive: true);
}

foreach (var (path, text) in GeneratedFiles.Make())
{
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, text);
}

return 0;
