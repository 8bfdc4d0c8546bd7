#if !RECORDINGS
Console.WriteLine("There are no recordings beside the repository: nothing to compare.");
#endif
