using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Client.Sweeps;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Services.Errors;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests;

public sealed class ExitCodesTests
{
    private static readonly ClusterAddress Cluster = new GatewayAddress("localhost", 1);

    private static readonly ClusterLostException Lost = new(Cluster, "x");

    public static TheoryData<Exception, int> Expected { get; } = new()
    {
        { new InvalidSettingsException([]), 2 },
        { new TableException("x", "file"), 2 },
        { new TransformException("x", "column"), 2 },
        { new GeneratorFileException("x", "file"), 2 },
        { new NonFiniteRowsException("column", 1, double.NaN), 2 },
        { new InvalidSubmissionException("x"), 2 },
        { new InvalidDatasetException("x"), 2 },
        { new SweepNotFoundException("x"), 2 },
        { new RunNotFoundException("x"), 2 },
        { new GeneratorNotKeptException("x"), 2 },
        { new WrongInputException("x"), 2 },
        { new ClusterUnreachableException(Cluster, "x"), 1 },
        { Lost, 1 },
        { new SubmissionLostException("a-1", Lost), 1 },
        { new StoreInUseException("folder", 1, null), 1 },
        { new StoreDamagedException("file", "x"), 1 },
        { new FileNotFoundException("x"), 1 },
        { new UnauthorizedAccessException("x"), 1 },
        { new TimeoutException("x"), 1 },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Of_ExpectedException_IsThatOfTheTable(Exception exception, int code)
    {
        Assert.Equal(code, (int)ExitCodes.Of(exception));
        Assert.True(ExitCodes.Expects(exception));
    }

    [Fact]
    public void Of_UnexpectedException_IsFailure()
    {
        Assert.Equal(ExitCode.Failed, ExitCodes.Of(new InvalidOperationException()));
        Assert.False(ExitCodes.Expects(new InvalidOperationException()));
    }

    [Fact]
    public void Write_ExpectedException_SaysItsMessageWithoutTrace()
    {
        (ExitCode code, string text) = Report(new SweepNotFoundException("There is no sweep 'x'."), verbose: false);

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Equal("gansweep: There is no sweep 'x'.\n", text);
    }

    [Fact]
    public void Write_UnexpectedException_PointsToVerbose()
    {
        (ExitCode code, string text) = Report(new InvalidOperationException("bug"), verbose: false);

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("Unexpected failure, InvalidOperationException: bug --verbose", text);
    }

    [Fact]
    public void Write_Verbose_ShowsTheStackTrace()
    {
        (_, string text) = Report(Thrown(), verbose: true);

        Assert.Contains($"at {typeof(ExitCodesTests).FullName}.{nameof(Thrown)}", text);
    }

    [Fact]
    public void Write_CancelledBySignal_IsInterrupted()
    {
        Assert.Equal(ExitCode.Interrupted, Report(new OperationCanceledException(), verbose: false, interrupted: true).Code);
        Assert.Equal(ExitCode.Failed, Report(new OperationCanceledException(), verbose: false).Code);
    }

    [Fact]
    public void Write_ClosedPipe_IsNoError()
    {
        (ExitCode code, string text) = Report(new IOException("Broken pipe", 32), verbose: false);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal("", text);
    }

    private static (ExitCode Code, string Text) Report(Exception exception, bool verbose, bool interrupted = false)
    {
        using TestConsole console = new TestConsole().Width(400);
        ExitCode code = ErrorReport.Write(new ErrorConsole(console), exception, verbose, interrupted);
        return (code, console.Output);
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("bug");
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
