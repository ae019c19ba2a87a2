using System.Net.Http.Headers;
using System.Text;

namespace Honors.Tests.Support;

/// <summary>Forms as a phone's browser or curl would send them.</summary>
internal static class Upload
{
    public static MultipartFormDataContent Text(string text, Guid? recordedBy = null) => Of(Encoding.UTF8.GetBytes(text), "text/plain", "签到表.txt", recordedBy: recordedBy);

    /// <summary>Nothing but the file, and of somebody without an account the receipt.</summary>
    public static MultipartFormDataContent Alone(string text, string? receipt = null, string name = "说明.txt") => Alone(Encoding.UTF8.GetBytes(text), "text/plain", receipt, name);

    /// <inheritdoc cref="Alone(string, string?, string)"/>
    public static MultipartFormDataContent Alone(byte[] content, string? mediaType, string? receipt = null, string name = "文件")
    {
        var file = new ByteArrayContent(content);
        if (mediaType is not null) file.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = name };
        var form = new MultipartFormDataContent { file };
        if (receipt is not null) form.Add(new StringContent(receipt), "receipt");
        return form;
    }

    public static MultipartFormDataContent Of(
        byte[] content, string? mediaType, string name = "文件", string kind = "evidence", bool? sensitive = null, Guid? recordedBy = null)
    {
        var file = new ByteArrayContent(content);
        if (mediaType is not null) file.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = name };
        var form = new MultipartFormDataContent { { new StringContent(kind), "kind" }, file };
        if (sensitive is { } said) form.Add(new StringContent(said ? "true" : "false"), "sensitive");
        if (recordedBy is { } body) form.Add(new StringContent(body.ToString()), "recordedBy");
        return form;
    }
}
