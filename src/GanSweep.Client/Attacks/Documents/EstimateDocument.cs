using GanSweep.Evaluation.Attacks.Rates;

namespace GanSweep.Client.Attacks.Documents;

/// <summary>An estimate with its interval at 95 %.</summary>
internal sealed record EstimateDocument(double Value, double Low, double High)
{
    public static EstimateDocument Of(SuccessRate rate)
    {
        return new EstimateDocument(rate.Value, rate.Low, rate.High);
    }

    public static EstimateDocument Of(Risk risk)
    {
        return new EstimateDocument(risk.Value, risk.Low, risk.High);
    }
}
