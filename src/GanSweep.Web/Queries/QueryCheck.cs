using System.Globalization;
using GanSweep.Services.Errors;
using GanSweep.Settings.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace GanSweep.Web.Queries;

/// <summary>Compares what a request says behind the question mark, and as the number of a run, with what its endpoint takes, before anything is done for it.</summary>
internal static class QueryCheck
{
    private const string Run = "run";

    /// <summary>Refuses what is not taken.</summary>
    /// <exception cref="WrongInputException">A key is unknown, missing or given twice, or its value is not allowed.</exception>
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is { } endpoint)
        {
            if (context.Request.RouteValues.TryGetValue(Run, out object? run) && !IsNumber(run as string, 1, int.MaxValue))
            {
                throw new WrongInputException($"The run is '{Shown(run as string)}'; it is a whole number from 1.");
            }

            if (endpoint.Metadata.GetMetadata<QueryKeys>() is { } keys)
            {
                Check(context.Request.Query, keys);
            }
        }

        return next(context);
    }

    private static void Check(IQueryCollection query, QueryKeys keys)
    {
        foreach ((string name, StringValues values) in query)
        {
            QueryKey key = keys.Keys.FirstOrDefault(key => key.Name == name) ?? throw Unknown(name, keys);
            if (values.Count > 1 && !key.MayRepeat)
            {
                throw new WrongInputException($"{name} is given {values.Count} times; once is enough.");
            }

            foreach (string? value in values)
            {
                Check(key, value ?? "");
            }
        }

        if (keys.Keys.FirstOrDefault(key => key.IsRequired && !query.ContainsKey(key.Name)) is { } missing)
        {
            throw new WrongInputException($"{missing.Name} is missing: {missing.Description} Add ?{missing.Name}=… to the address.");
        }
    }

    private static void Check(QueryKey key, string value)
    {
        if (key.Least is { } least && !IsNumber(value, least, key.Most))
        {
            throw new WrongInputException(
                $"{key.Name} is '{Shown(value)}'; it is a whole number from {Text(least)}{(key.Most is int.MaxValue or long.MaxValue ? "" : $" to {Text(key.Most)}")}.");
        }

        if (!key.Words.IsEmpty && !key.Words.Contains(value))
        {
            throw new WrongInputException($"{key.Name} is '{Shown(value)}'; it is {string.Join(" or ", key.Words)}.");
        }

        if (value.Length == 0)
        {
            throw new WrongInputException($"{key.Name} is empty: {key.Description}");
        }
    }

    private static WrongInputException Unknown(string name, QueryKeys keys)
    {
        string[] names = [.. keys.Keys.Select(key => key.Name)];
        return new WrongInputException(
            names.Length == 0
                ? $"There is no key '{Shown(name)}' here: nothing is taken behind the question mark."
                : $"There is no key '{Shown(name)}' here{NearMiss.Hint(name, names)} Behind the question mark may stand {string.Join(", ", names)}.");
    }

    private static bool IsNumber(string? text, long least, long most)
    {
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= least && number <= most;
    }

    private static string Text(long number)
    {
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Shown(string? text)
    {
        const int Most = 60;
        return text is { Length: > Most } ? text[..Most] + "…" : text ?? "";
    }
}
