using System.Reflection;
using Honors.Api.Errors;

namespace Honors.Api.Http;

/// <summary>
/// Refuses a query member that the route does not know: a misspelt filter must not answer with everything. So is NUL, which is in no text, and which
/// PostgreSQL takes for none.
/// </summary>
internal static class KnownQueryOnly
{
    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var known = factory.MethodInfo.GetParameters().SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return context =>
        {
            foreach (var (name, values) in context.HttpContext.Request.Query)
            {
                if (!known.Contains(name)) throw new ProblemException(StatusCodes.Status400BadRequest, ProblemCodes.UnknownQuery, member: name);
                if (values.ToString().Contains('\0')) throw new ProblemException(StatusCodes.Status400BadRequest, ProblemCodes.MemberUnreadable, member: name);
            }

            return next(context);
        };
    }

    private static IEnumerable<string> Names(ParameterInfo parameter) => parameter.IsDefined(typeof(AsParametersAttribute))
        ? parameter.ParameterType.GetProperties().Select(p => p.Name)
        : [parameter.Name!];
}
