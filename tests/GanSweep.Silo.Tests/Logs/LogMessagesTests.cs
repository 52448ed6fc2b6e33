using System.Reflection;
using System.Text.RegularExpressions;
using GanSweep.Grains.Trainers;
using GanSweep.Storage.LiteDb;
using Microsoft.Extensions.Logging;

namespace GanSweep.Silo.Tests.Logs;

/// <summary>Whoever searches the log for a run finds every line about it.</summary>
public sealed partial class LogMessagesTests
{
    public static TheoryData<string> Messages =>
    [
        .. new[] { typeof(TrainerHost), typeof(GanSweepHost), typeof(LiteDbStoreKind) }
            .SelectMany(type => type.Assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.Message)
            .OfType<string>(),
    ];

    [Fact]
    public void Messages_AreFound()
    {
        Assert.True(Messages.Count > 20);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_AboutARun_CarriesItsSweepAndItsNumber(string message)
    {
        bool aboutARun = RunPattern.IsMatch(message) || message.Contains("{Run}", StringComparison.Ordinal) || message.Contains("{Attempt}", StringComparison.Ordinal);

        Assert.Equal(aboutARun, message.Contains("{Run}", StringComparison.Ordinal));
        Assert.True(!aboutARun || message.Contains("{SweepId}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_AboutASweep_CarriesItsId(string message)
    {
        Assert.True(!SweepPattern.IsMatch(message) || message.Contains("{SweepId}", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\brun\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunPattern { get; }

    [GeneratedRegex(@"\bsweep\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SweepPattern { get; }
}
