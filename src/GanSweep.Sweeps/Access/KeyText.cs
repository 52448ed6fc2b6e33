namespace GanSweep.Sweeps.Access;

/// <summary>A key as its holder has it, <c>gsw_id_secret</c>: what it is, which one, and what nobody else knows.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Secret">What nobody else knows.</param>
internal sealed record KeyText(string Id, string Secret)
{
    private const string Prefix = "gsw_";
    private const int IdLength = 8;

    /// <summary>Draws one.</summary>
    public static KeyText Draw()
    {
        return new KeyText(Access.Secret.Draw(IdLength), Access.Secret.Draw(Access.Secret.Length));
    }

    /// <summary>Reads one; null if it is none.</summary>
    public static KeyText? Parse(string text)
    {
        return text.Split('_') is [var prefix, var id, var secret]
            && $"{prefix}_" == Prefix
            && Access.Secret.IsOne(id, IdLength)
            && Access.Secret.IsOne(secret, Access.Secret.Length)
            ? new KeyText(id, secret)
            : null;
    }

    /// <summary>The key, as its holder shows it.</summary>
    public override string ToString()
    {
        return $"{Prefix}{Id}_{Secret}";
    }
}
