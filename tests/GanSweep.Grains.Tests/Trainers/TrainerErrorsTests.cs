using System.Collections.Immutable;
using GanSweep.Contracts.Silos;
using GanSweep.Grains.Trainers;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Grains.Tests.Trainers;

public sealed class TrainerErrorsTests
{
    private readonly TrainerErrors _errors = new(new FakeTimeProvider());

    [Fact]
    public void Untold_OfMany_AreTheLastTwenty()
    {
        foreach (int number in Enumerable.Range(1, 100))
        {
            _errors.Note($"{number}");
        }

        Assert.Equal(Enumerable.Range(81, 20).Select(number => $"{number}"), _errors.Untold.Select(error => error.Message));
    }

    [Fact]
    public void Told_WhileOthersComeAndMakeThemGo_LeavesTheOthers()
    {
        foreach (int number in Enumerable.Range(1, 20))
        {
            _errors.Note($"{number}");
        }

        ImmutableArray<SiloError> told = _errors.Untold;
        foreach (int number in Enumerable.Range(21, 5))
        {
            _errors.Note($"{number}");
        }

        _errors.Told(told);

        Assert.Equal(Enumerable.Range(21, 5).Select(number => $"{number}"), _errors.Untold.Select(error => error.Message));
    }

    [Fact]
    public void Reason_OfAnExceptionWithinAnother_IsItsFirstLine()
    {
        Assert.Equal("inner", TrainerErrors.Reason(new InvalidOperationException("outer", new IOException("inner\r\nand more"))));
    }
}
