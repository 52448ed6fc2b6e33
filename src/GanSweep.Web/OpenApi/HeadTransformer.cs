using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GanSweep.Web.OpenApi;

/// <summary>What the description says of the API as a whole; nothing of the machine that it is on.</summary>
/// <param name="version">The program's version.</param>
internal sealed class HeadTransformer(string version) : IOpenApiDocumentTransformer
{
    private const string Key = "key";

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "GanSweep",
            Version = version,
            Description = "Everything that the console does with sweeps, with the same documents. A sweep is named by its id, or a beginning of it that no other has. "
                + "Problems are told as RFC 9457 has it, in words for people, with a type for programs.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key, where the coordinator asks for one." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        return Task.CompletedTask;
    }
}
