var t = TorchSharp.torch.ones(3, 3); System.Console.WriteLine(t.sum().item<float>()); return 0;
