namespace GanSweep.Numerics.Tests.Randomness;

/// <summary>Philox4x32-10 as in figure 4 of Salmon et al. 2011, one block at a time: what CounterRandom is held against.</summary>
internal static class Philox
{
    public static uint[] Block(uint[] counter, uint[] key)
    {
        uint[] c = [.. counter];
        uint[] k = [.. key];
        for (int round = 0; round < 10; round++)
        {
            ulong product0 = 0xD2511F53UL * c[0];
            ulong product1 = 0xCD9E8D57UL * c[2];
            c = [(uint)(product1 >> 32) ^ c[1] ^ k[0], (uint)product1, (uint)(product0 >> 32) ^ c[3] ^ k[1], (uint)product0];
            k = [k[0] + 0x9E3779B9, k[1] + 0xBB67AE85];
        }

        return c;
    }

    /// <summary>The words of a stream of CounterRandom, in order.</summary>
    public static uint[] Words(long seed, int purpose, long step, int count)
    {
        return
        [
            .. Enumerable.Range(0, (count + 3) / 4)
                .SelectMany(block => Block([(uint)block, (uint)purpose, (uint)step, (uint)(step >> 32)], [(uint)seed, (uint)(seed >> 32)]))
                .Take(count),
        ];
    }
}
