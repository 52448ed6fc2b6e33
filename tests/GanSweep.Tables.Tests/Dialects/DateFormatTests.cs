using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Tests.Dialects;

public sealed class DateFormatTests
{
    // On a machine whose time is UTC it would be anyway.
    [Theory]
    [InlineData("yyyy-MM-ddTHH:mm:sszzz", "1970-01-02T00:30:00+02:00", 81_000, "1970-01-01T22:30:00+00:00")]
    [InlineData("yyyy-MM-dd HH:mm:ssK", "1970-01-01 23:30:00-01:00", 88_200, "1970-01-02 00:30:00Z")]
    [InlineData("yyyy-MM-dd HH:mm:ssK", "1970-01-01 23:30:00Z", 84_600, "1970-01-01 23:30:00Z")]
    [InlineData("yyyy-MM-dd HH:mm:ss", "1970-01-01 23:30:00", 84_600, "1970-01-01 23:30:00")]
    public void TryRead_WithAnOffset_IsTheMomentInUtc(string letters, string cell, double seconds, string written)
    {
        DateFormat format = new(letters);

        Assert.True(format.TryRead(cell, out double value));

        Assert.Equal(seconds, value);
        Assert.Equal(written, format.Write(value));
    }

    [Theory]
    [InlineData("HH", DateUnit.SecondsOfDay)]
    [InlineData("h tt", DateUnit.SecondsOfDay)]
    [InlineData("m:ss", DateUnit.SecondsOfDay)]
    [InlineData("yyyy-MM-dd H", DateUnit.Seconds)]
    [InlineData("yyyy-MM-dd HH:m", DateUnit.Seconds)]
    [InlineData("yyyy-MM-dd", DateUnit.Days)]
    [InlineData("d 'de' MMMM", DateUnit.Days)]
    [InlineData("d \"hoy\" MMMM", DateUnit.Days)]
    [InlineData("d\\h MMMM yyyy", DateUnit.Days)]
    [InlineData("d 'o\\'mm' MM yyyy", DateUnit.Days)]
    [InlineData("MMMM 'del' yyyy", DateUnit.Months)]
    [InlineData("yyyy-MM", DateUnit.Months)]
    public void Unit_IsTheFinestPartThatIsNotQuoted(string letters, DateUnit unit)
    {
        Assert.Equal(unit, new DateFormat(letters).Unit);
    }
}
