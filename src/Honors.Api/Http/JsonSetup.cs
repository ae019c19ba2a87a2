using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Honors.Domain.Values;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Honors.Api.Http;

internal static class JsonSetup
{
    /// <summary>Nothing is guessed: a member that is unknown, doubled, missing, null where it may not be, or of another type is refused by name.</summary>
    public static void AddStrictJson(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => Configure(o.SerializerOptions));
        // The pages bring MVC, and where MVC is, the contract is written by its options: choices would be numbers there, and words on the wire.
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(o => Configure(o.JsonSerializerOptions));
    }

    private static void Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.PropertyNameCaseInsensitive = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.MaxDepth = 16;
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new FitText());
        json.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    /// <summary>Text that a person may read and a clerk may search: tidied, and refused where it hides or reorders characters.</summary>
    private sealed class FitText : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.String) throw new JsonException();

            string text;
            try
            {
                text = reader.GetString()!.Replace("\r\n", "\n", StringComparison.Ordinal);
            }
            catch (InvalidOperationException)
            {
                throw new UnfitTextException();
            }

            return Text.IsFit(text) ? Text.Tidy(text) : throw new UnfitTextException();
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

/// <summary>A text holds a control character, half a character, or one that is invisible or turns the reading direction.</summary>
internal sealed class UnfitTextException() : JsonException("Unfit text.");
