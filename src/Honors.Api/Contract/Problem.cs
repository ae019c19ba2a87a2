namespace Honors.Api.Contract;

/// <summary>A refusal (RFC 9457).</summary>
/// <remarks>For the contract only: <c>Errors/ProblemsSetup</c> writes what it describes.</remarks>
/// <param name="Type">`urn:honors:problem:` and the code.</param>
/// <param name="Title">A sentence for people: Chinese unless `Accept-Language` asks for English.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">For programs; never changes its meaning.</param>
/// <param name="TraceId">What to name when asking for help.</param>
/// <param name="Facts">What the sentence is made of, by name.</param>
/// <param name="Errors">Sentences by the JSON path of the member they are about.</param>
internal sealed record Problem(
    [property: Length(150)] string Type,
    [property: Length(1000)] string Title,
    [property: Between(400, 599)] int Status,
    [property: Length(100)] string Code,
    [property: Length(128)] string TraceId,
    IReadOnlyDictionary<string, object?>? Facts = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null);
