System.Console.Out.WriteLine("nothing");
