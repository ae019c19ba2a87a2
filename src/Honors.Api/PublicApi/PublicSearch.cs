using Honors.Api.Data;
using Honors.Domain.Values;

namespace Honors.Api.PublicApi;

internal static class PublicSearch
{
    /// <summary>Terms that begin with what somebody typed, by the index; of a text longer than a term, those that are its beginning.</summary>
    public static IQueryable<SearchTerm> Named(this HonorsDb db, string q)
    {
        var folded = Spelling.Fold(q);
        return folded is "" ? db.SearchTerms.Where(t => false) : db.SearchTerms.BeginningWith(t => t.Term, folded);
    }
}
