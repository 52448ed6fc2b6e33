using System.Text.Json;
using System.Text.Json.Serialization;
using GanSweep.Evaluation.Scoring;

namespace GanSweep.Evaluation.Tests.Scoring;

public sealed class ScoreTests
{
    // Wire and files hold them in this order; a new one comes last.
    private static readonly string[] Order =
    [
        "meanGap", "stdGap", "correlationDistance", "jsEstimate", "jsAdversarial", "total", "rankCorrelationDistance", "wasserstein1",
        "ksComplement", "correlationSimilarity", "quality", "q01Gap", "q99Gap", "coExceedance90", "coExceedanceGap", "outOfRange",
        "jointDistance", "closerToTraining", "distanceToTraining", "distanceToHoldout", "neighbourRatio", "exactCopies", "nearCopies",
        "categoryGap", "associationDistance", "missingGap", "levelCoverage", "novelLevels", "tvComplement", "contingencySimilarity",
        "detectability", "utility",
    ];

    [Fact]
    public void Known_Names_BeginAsTheyAlwaysDid()
    {
        Assert.Equal(Order, Score.Known.Take(Order.Length).Select(score => score.Name));
    }

    [Fact]
    public void Known_NamesAndMembers_AreTheSameButForTheirFirstLetter()
    {
        string[] members =
            [.. typeof(Score).GetProperties().Where(property => property.PropertyType == typeof(Score)).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

        Assert.Equal(members, Score.Known.Select(score => score.Name));
        Assert.All(Score.Known, score => Assert.Same(score, Score.Find(score.Name)));
        Assert.Null(Score.Find("MeanGap"));
    }

    [Fact]
    public void All_Order_IsByAim()
    {
        Assert.Equal(Score.All.OrderBy(score => score.Aim), Score.All);
        Assert.Equal(Score.Known.Except([Score.Total, Score.JsAdversarial]).ToHashSet(), [.. Score.All]);
        Assert.Equal(
            [Score.MeanGap, Score.StdGap, Score.CorrelationDistance, Score.JsEstimate, Score.CategoryGap, Score.AssociationDistance, Score.MissingGap],
            Score.Defaults.Where(score => !score.NeedsSequence));
        Assert.Equal(
            TimeTables.Gaps.Keys, Score.Defaults.Where(score => score.NeedsSequence).Select(score => score.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OfEverySample_OfScores_IsAllThatTakesNoModelAndNoAttack()
    {
        Assert.Equal(
            [Score.CloserWindows, Score.Detectability, Score.Membership, Score.MembershipAt1, Score.MembershipAt10, Score.Utility, Score.WindowMembership],
            Score.All.Except(Score.OfEverySample).OrderBy(score => score.Name, StringComparer.Ordinal));
        Assert.DoesNotContain(Score.Defaults, score => score.IsOfOneSample);
    }

    [Fact]
    public void CanBeRanked_OfScores_IsWhatIsLowOrHighForTheBetter()
    {
        Assert.All(Score.All, score => Assert.Equal(score.Aim is ScoreAim.Low or ScoreAim.High, score.CanBeRanked));
        Assert.False(Score.Total.CanBeRanked);
        Assert.False(Score.JsAdversarial.CanBeRanked);
    }

    [Fact]
    public void Scores_AsJson_AreNamedByThePolicyAndReadBack()
    {
        JsonSerializerOptions options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
        Scores scores = new() { [Score.MeanGap] = double.NaN, [Score.Q01Gap] = 0.1, [Score.Total] = 2 };

        string json = JsonSerializer.Serialize(scores, options);

        Assert.StartsWith("{\"MeanGap\":\"NaN\",\"StdGap\":null,", json, StringComparison.Ordinal);
        Assert.Contains("\"Q01Gap\":0.1,", json, StringComparison.Ordinal);
        Assert.Equal(scores, JsonSerializer.Deserialize<Scores>(json, options));
        string camel = JsonSerializer.Serialize(new Scores { [Score.Wasserstein1] = 1 }, JsonSerializerOptions.Web);
        Assert.Equal(Order, JsonSerializer.Deserialize<Dictionary<string, double?>>(camel)!.Keys.Take(Order.Length));
    }

    [Fact]
    public void Scores_AsJson_SayNothingOfTimeWhereThereIsNone()
    {
        Assert.DoesNotContain("DrawdownGap", JsonSerializer.Serialize(new Scores { [Score.Total] = 1 }), StringComparison.Ordinal);
        Scores scores = new() { [Score.DrawdownGap] = 0.5, [Score.Total] = 1 };
        string json = JsonSerializer.Serialize(scores);
        Assert.Contains("\"DrawdownGap\":0.5", json, StringComparison.Ordinal);
        Assert.DoesNotContain("LeverageGap", json, StringComparison.Ordinal);
        Assert.Equal(scores, JsonSerializer.Deserialize<Scores>(json));
    }

    [Fact]
    public void Scores_AsJsonOfAnotherVersion_AreThoseThatAreKnown()
    {
        Assert.Equal(
            new Scores { [Score.Quality] = 0.9, [Score.Total] = 1 },
            JsonSerializer.Deserialize<Scores>("{\"ScoreOfTheFuture\":{\"x\":[1]},\"Total\":1,\"Quality\":0.9}"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Scores>("[]"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Score>("\"scoreOfTheFuture\""));
    }

    [Fact]
    public void Summarise_OfSeveral_SummarisesEachOverThoseThatHaveIt()
    {
        Scores summary = Scores.Summarise(
            [new() { [Score.MeanGap] = 1, [Score.Quality] = 5 }, new() { [Score.MeanGap] = 4 }], values => values.Sum() + (10 * values.Count));

        Assert.Equal(new Scores { [Score.MeanGap] = 25, [Score.Quality] = 15 }, summary);
    }

    [Fact]
    public void With_AnotherValue_LeavesTheOriginalAndTheOthersAlone()
    {
        Scores scores = new() { [Score.MeanGap] = 1, [Score.StdGap] = 2 };

        Scores changed = scores.With(Score.MeanGap, 3);

        Assert.Equal((1.0, 3.0, 2.0), (scores[Score.MeanGap], changed[Score.MeanGap], changed[Score.StdGap]));
        Assert.NotEqual(scores, changed);
        Assert.Equal(scores.GetHashCode(), changed.With(Score.MeanGap, 1).GetHashCode());
    }
}
