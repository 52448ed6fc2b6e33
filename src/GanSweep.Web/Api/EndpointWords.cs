using GanSweep.Documents;
using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace GanSweep.Web.Api;

/// <summary>What is said of endpoints for their documentation, and what they take.</summary>
internal static class EndpointWords
{
    /// <summary>Its name for programs, and what it does.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string name, string description)
    {
        return endpoint.WithName(name).WithDescription(description).WithSummary(description[..description.IndexOfAny(['.', ':', ';'])]);
    }

    /// <summary>The body is the text of a sweep.json.</summary>
    public static RouteHandlerBuilder TakesSweepJson(this RouteHandlerBuilder endpoint)
    {
        return endpoint.TakesUpTo(Submissions.SweepBody.MaximumBytes).WithMetadata(new BodyWords("application/json", "The text of a sweep.json; comments and trailing commas are read."));
    }

    /// <summary>The body is bytes.</summary>
    public static RouteHandlerBuilder TakesBytes(this RouteHandlerBuilder endpoint, long most, string description)
    {
        return endpoint.TakesUpTo(most).WithMetadata(new BodyWords("application/octet-stream", description));
    }

    /// <summary>Another answer, where something was made.</summary>
    public static RouteHandlerBuilder Creates<T>(this RouteHandlerBuilder endpoint, string description)
    {
        return endpoint.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), [DocumentResult<T>.ContentType]), new StatusWords(StatusCodes.Status201Created, description));
    }

    /// <summary>The answer is a file.</summary>
    public static RouteHandlerBuilder Sends(this RouteHandlerBuilder endpoint, string contentType, string description)
    {
        return endpoint.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [contentType]), new StatusWords(StatusCodes.Status200OK, description));
    }

    /// <summary>The answer is events, of these kinds among others.</summary>
    /// <typeparam name="T">The data of such an event.</typeparam>
    public static RouteHandlerBuilder Tells<T>(this RouteHandlerBuilder endpoint, string kind)
    {
        return endpoint.WithMetadata(new EventWords(kind, typeof(T)));
    }

    /// <summary>The problems that it has beside those of every endpoint.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (int status in statuses)
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemDocument), [ProblemWriter.ContentType]));
        }

        return endpoint;
    }

    private static RouteHandlerBuilder TakesUpTo(this RouteHandlerBuilder endpoint, long bytes)
    {
        return endpoint.WithMetadata(new RequestSizeLimitAttribute(bytes));
    }
}
