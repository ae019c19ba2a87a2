using System.Reflection;
using Honors.Api.Data;
using Honors.Api.Errors;

namespace Honors.Api.Http;

/// <summary>
/// Refuses a query member that the route does not know: a misspelt filter must not answer with everything. So is NUL, which is in no text, and which
/// PostgreSQL takes for none.
/// </summary>
internal static class KnownQueryOnly
{
    private const string Changed = nameof(ChangesQuery.ChangedSince);

    public static EndpointFilterDelegate Create(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var known = factory.MethodInfo.GetParameters().SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return context =>
        {
            var follows = context.HttpContext.Request.Query.ContainsKey(Changed);
            foreach (var (name, values) in context.HttpContext.Request.Query)
            {
                if (!known.Contains(name)) throw new ProblemException(StatusCodes.Status400BadRequest, ProblemCodes.UnknownQuery, member: name);
                if (values.ToString().Contains('\0')) throw new ProblemException(StatusCodes.Status400BadRequest, ProblemCodes.MemberUnreadable, member: name);
                // A record that leaves a filter would leave no trace in what changed.
                if (follows && !name.Equals(nameof(PageQuery.Limit), StringComparison.OrdinalIgnoreCase) && !name.Equals(Changed, StringComparison.OrdinalIgnoreCase))
                    throw new ProblemException(StatusCodes.Status400BadRequest, ProblemCodes.NotWithChanges, member: name);
            }

            return next(context);
        };
    }

    private static IEnumerable<string> Names(ParameterInfo parameter) => parameter.IsDefined(typeof(AsParametersAttribute))
        ? parameter.ParameterType.GetProperties().Select(p => p.Name)
        : [parameter.Name!];
}
