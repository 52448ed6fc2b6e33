namespace GanSweep.Search.Domains;

/// <summary>One parameter of a point. Its value is a double: the number itself, or the index of a choice.</summary>
public abstract record Parameter
{
    private protected Parameter()
    {
    }

    /// <summary>
    /// The value that lies a share <paramref name="u"/> of the way through the parameter: equal shares have equal lengths of the range (of its logarithm, where it is logarithmic), equal shares of
    /// the steps, or equal shares of the choices. Uniform and Sobol numbers become points by it.
    /// </summary>
    /// <param name="u">From 0 to below 1.</param>
    public abstract double FromUnit(double u);

    /// <summary>The place of a part of [0, 1) among <paramref name="count"/> equal ones.</summary>
    internal static int PartOf(double u, int count)
    {
        return Math.Clamp((int)Math.Floor(u * count), 0, count - 1);
    }
}
