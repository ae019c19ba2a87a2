using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Honors.Api.Files;

/// <summary>Declares the bodies that no parameter and no result type describes: forms that are sent, contents that are given, a text beside its JSON.</summary>
internal sealed class FilesOfOperations : IOperationFilter
{
    public const string Form = "multipart/form-data";

    /// <summary>A full list with the longest deeds, and what stands around it.</summary>
    private const int LongestNotice = 200_000;

    private static readonly Dictionary<string, Type> Forms = new()
    {
        ["uploadFile"] = typeof(UploadForm),
        ["attachObjectionFile"] = typeof(FileAloneForm),
        ["attachFileByReceipt"] = typeof(FileByReceiptForm),
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.OperationId is { } sent && Forms.TryGetValue(sent, out var form))
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [Form] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(form, context.SchemaRepository) },
                },
            };
        }

        if (operation.OperationId is "printNotice")
            ((OpenApiResponse)operation.Responses!["200"]).Content!["text/plain"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = LongestNotice } };

        if (operation.OperationId is "getFileContent" or "getObjectionFile")
        {
            var binary = context.SchemaGenerator.GenerateSchema(typeof(IFormFile), context.SchemaRepository);
            var content = Enum.GetValues<Domain.Files.FileFormat>().Select(Formats.MediaTypeOf)
                .ToDictionary(type => type, _ => (IOpenApiMediaType)new OpenApiMediaType { Schema = binary });
            operation.Responses!["200"] = new OpenApiResponse { Description = "The content.", Content = content, Headers = operation.Responses["304"].Headers };
            operation.Responses["206"] = new OpenApiResponse { Description = "The part of it that was asked for.", Content = content };
            operation.Responses["416"] = new OpenApiResponse { Description = "It has no such part." };
            operation.Responses["503"] = new OpenApiResponse { Description = "The disk does not hold what was stored.", Content = operation.Responses["404"].Content };
        }
    }
}
