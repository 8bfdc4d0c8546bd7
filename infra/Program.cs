return await MeshStack.Hosting.MeshProgram.RunAsync();
