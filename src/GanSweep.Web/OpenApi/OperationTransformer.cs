using System.Globalization;
using System.Text.Json.Nodes;
using GanSweep.Documents;
using GanSweep.Web.Access;
using GanSweep.Web.Api;
using GanSweep.Web.Problems;
using GanSweep.Web.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GanSweep.Web.OpenApi;

/// <summary>What endpoints say of themselves in metadata: the role that they need, the keys that they take, their bodies, and the problems that all of them may have.</summary>
internal sealed class OperationTransformer : IOpenApiOperationTransformer
{
    private const string Json = "application/json";

    private const string EventStream = "text/event-stream";

    private const string Events = "x-events";

    private static readonly int[] Everywhere =
        [StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable];

    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        IList<object> said = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        if (said.OfType<NeededRole>().LastOrDefault() is { } role)
        {
            operation.Description += $" Needs the role {role.Role}.";
        }

        Describe(operation, said.OfType<QueryKeys>().LastOrDefault() ?? QueryKeys.None);
        if (said.OfType<BodyWords>().LastOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Description = body.Description,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [body.ContentType] = new OpenApiMediaType() },
            };
        }

        OpenApiDocument document = context.Document!;
        foreach (IGrouping<int, IProducesResponseTypeMetadata> answer in said.OfType<IProducesResponseTypeMetadata>().Where(IsDocument).GroupBy(answer => answer.StatusCode))
        {
            Type[] types = [.. answer.Select(one => one.Type!).Distinct()];
            if (types.Length > 1)
            {
                // What is found out by itself has the last alone.
                operation.Responses[Key(answer.Key)].Content![Json].Schema = new OpenApiSchema { OneOf = [.. (await ReferAsync(types, context, cancellationToken)).Cast<IOpenApiSchema>()] };
            }
        }

        EventWords[] events = [.. said.OfType<EventWords>()];
        if (events.Length > 0)
        {
            // Version 3.1 has no word for what a stream is made of.
            OpenApiSchemaReference[] data = await ReferAsync([.. events.Select(one => one.Document)], context, cancellationToken);
            JsonObject kinds = new(events.Zip(data, (one, schema) => KeyValuePair.Create(one.Kind, (JsonNode?)new JsonObject { ["$ref"] = schema.Reference.ReferenceV3 })));
            operation.Responses[Key(StatusCodes.Status200OK)].Content![EventStream].Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal) { [Events] = new JsonNodeExtension(kinds) };
        }

        OpenApiSchemaReference problem = (await ReferAsync([typeof(ProblemDocument)], context, cancellationToken))[0];
        foreach (int status in Everywhere.Where(status => !operation.Responses.ContainsKey(Key(status))))
        {
            operation.Responses[Key(status)] = new OpenApiResponse
            {
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemWriter.ContentType] = new OpenApiMediaType { Schema = problem } },
            };
        }

        foreach ((string key, IOpenApiResponse response) in operation.Responses)
        {
            int status = int.Parse(key, CultureInfo.InvariantCulture);
            string? words = said.OfType<StatusWords>().LastOrDefault(words => words.Status == status)?.Description;
            response.Description = words ?? (status < StatusCodes.Status400BadRequest ? "The answer." : ProblemOfStatus.Kind(status).Title + ".");
        }
    }

    private static async Task<OpenApiSchemaReference[]> ReferAsync(Type[] documents, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        OpenApiSchemaReference[] references = [.. documents.Select(document => new OpenApiSchemaReference(document.Name, context.Document!))];
        foreach (Type document in documents)
        {
            context.Document!.AddComponent(document.Name, await context.GetOrCreateSchemaAsync(document, null, cancellationToken));
        }

        return references;
    }

    private static bool IsDocument(IProducesResponseTypeMetadata answer)
    {
        return answer.ContentTypes.Contains(Json, StringComparer.Ordinal) && answer.Type is not null && answer.Type != typeof(Stream);
    }

    private static void Describe(OpenApiOperation operation, QueryKeys keys)
    {
        foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter.In == ParameterLocation.Path)
            {
                parameter.Description = parameter.Name switch
                {
                    "sweep" => "The sweep's id, or a beginning of it that no other has.",
                    "run" => "The run's number, from 1.",
                    "upload" => "The upload's name.",
                    _ => "The table's hash.",
                };
            }
            else if (keys.Keys.FirstOrDefault(key => key.Name == parameter.Name) is { } key)
            {
                parameter.Description = key.Description;
                parameter.Required = key.IsRequired;
                if (!key.Words.IsEmpty)
                {
                    parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. key.Words.Select(word => (JsonNode)word)] };
                }
                else if (key.Least is { } least)
                {
                    parameter.Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Integer,
                        Minimum = least.ToString(CultureInfo.InvariantCulture),
                        Maximum = key.Most is long.MaxValue or int.MaxValue ? null : key.Most.ToString(CultureInfo.InvariantCulture),
                    };
                }
            }
        }
    }

    private static string Key(int status)
    {
        return status.ToString(CultureInfo.InvariantCulture);
    }
}
