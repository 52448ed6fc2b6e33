using System.Text.Json.Serialization;
using GanSweep.Contracts.Access;
using GanSweep.Documents;
using GanSweep.Web.Access;
using GanSweep.Web.Api;
using GanSweep.Web.Facts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace GanSweep.Web.OpenApi;

/// <summary>The description of the API as OpenAPI: at <c>/openapi/v1.json</c>, and in <c>deploy/openapi.json</c>.</summary>
internal static class ApiDescription
{
    private const string Name = "v1";

    /// <summary>Adds what makes it.</summary>
    public static void AddApiDescription(this IServiceCollection services, WebFacts facts)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            // A context's types under other options have no converters but theirs: without these, what is described is not what is written.
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, JsonDocuments.Options.TypeInfoResolver!);
            foreach (JsonConverter converter in JsonDocuments.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }

            json.SerializerOptions.NumberHandling = JsonDocuments.Options.NumberHandling;
        });
        services.AddOpenApi(Name, options =>
        {
            // Pages are for people.
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiPaths.Root[1..], StringComparison.Ordinal) == true;
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer(new HeadTransformer(facts.Version));
            options.AddOperationTransformer<OperationTransformer>();
            options.AddSchemaTransformer<SchemaTransformer>();
        });
    }

    /// <summary>Maps it.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi().Needs(AccessRole.Reader);
    }
}
