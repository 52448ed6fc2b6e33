using System.Collections.Immutable;
using CsCheck;
using GanSweep.Settings.Models;

namespace GanSweep.Settings.Tests.Models;

public sealed class ConfigurationTests
{
    private static readonly Gen<Configuration> Any =
        from layers in Gen.Int[1, 3].Array[1, 2]
        from rate in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.1), Gen.Const(1.0))
        from clip in Gen.Bool
        from epochs in Gen.Int[1, 1_000]
        select SampleModels.Plain.Defaults.With(SampleModels.Layers, [.. layers]).With(SampleModels.Rate, rate).With(LoopKeys.Clip, clip).With(LoopKeys.Epochs, epochs);

    [Fact]
    public void Equals_SameValuesInOtherArrays_IsTrue()
    {
        Configuration one = SampleModels.Plain.Defaults.With(SampleModels.Layers, [1, 2]);
        Configuration other = SampleModels.Plain.Defaults.With(SampleModels.Layers, [1, 2]);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, SampleModels.Plain.Defaults.With(SampleModels.Layers, [2, 1]));
    }

    [Fact]
    public void Equals_AnyTwo_AreEqualWhenTheirTextsAre()
    {
        Any.Select(Any).Sample((one, other) => Assert.Equal(one.Json == other.Json, one.Equals(other)));
    }

    [Fact]
    public void Equals_NullOrAnotherModel_IsFalse()
    {
        Assert.False(SampleModels.Plain.Defaults.Equals(null));
        Assert.False(SampleModels.Plain.Defaults.Equals(SampleModels.Other.Defaults));
    }

    [Fact]
    public void With_OneValue_LeavesTheOthersAndTheOriginal()
    {
        Configuration changed = SampleModels.Plain.Defaults.With(SampleModels.Rate, 0.5);

        Assert.Equal(0.5, changed.Get(SampleModels.Rate));
        Assert.Equal(0.001, SampleModels.Plain.Defaults.Get(SampleModels.Rate));
        Assert.Equal<int>([8, 8], changed.Get(SampleModels.Layers));
    }

    [Fact]
    public void Get_KeyOfAnotherModel_SaysWhichThereAre()
    {
        var exception = Assert.Throws<KeyNotFoundException>(() => SampleModels.Plain.Defaults.Get(SampleModels.Beta));

        Assert.Equal("The model plain has no key \"beta\". Its keys: layers, rate, epochs, clip.", exception.Message);
    }

    [Fact]
    public void Json_ModelThatNeedNotBeNamed_HasNoName()
    {
        Assert.Equal("""{"layers":[8,8],"rate":0.001,"epochs":300,"clip":false}""", SampleModels.Plain.Defaults.With(LoopKeys.Epochs, 300).Json);
        Assert.Equal("""{"model":"other","beta":1,"epochs":300}""", SampleModels.Other.Defaults.With(LoopKeys.Epochs, 300).Json);
    }

    [Fact]
    public void Json_KeyThatIsLeftOpen_IsNotInIt()
    {
        Configuration open = SampleModels.Plain.Defaults;

        Assert.False(open.Says(LoopKeys.Epochs));
        Assert.Equal("""{"layers":[8,8],"rate":0.001,"clip":false}""", open.Json);
        Assert.NotEqual(open, open.With(LoopKeys.Epochs, 300));
        Assert.Equal(open, open.With(LoopKeys.Epochs, 300).With(LoopKeys.Epochs, null));
        Assert.Equal(open.GetHashCode(), open.With(LoopKeys.Epochs, 300).With(LoopKeys.Epochs, null).GetHashCode());
    }

    [Fact]
    public void Get_KeyThatIsLeftOpen_SaysSo()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => SampleModels.Plain.Defaults.Get(LoopKeys.Epochs));

        Assert.Equal("\"epochs\" is left open, and has no value before the configuration is fitted to a table.", exception.Message);
    }

    [Fact]
    public void Json_AnyConfiguration_IsReadBack()
    {
        Any.Sample(configuration => Assert.Equal(configuration, SampleModels.Plain.Parse(configuration.Json)));
        Assert.Equal(SampleModels.Other.DefaultsAsOf(KeyDefaults.BeforeFitting), SampleModels.Other.Parse(SampleModels.Other.DefaultsAsOf(KeyDefaults.BeforeFitting).Json));
    }
}
