namespace GanSweep.Networks;

/// <summary>The non-linearity after every hidden layer.</summary>
public enum Activation
{
    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>x for x &gt; 0, else 0.2 x (Maas et al. 2013; the slope of Radford et al. 2016).</summary>
    LeakyRelu,
}
