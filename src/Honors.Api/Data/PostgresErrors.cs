using Npgsql;

namespace Honors.Api.Data;

/// <summary>What an error of the server means for the request that met it.</summary>
internal static class PostgresErrors
{
    /// <summary>The server does not answer, is stopping, has no room or too many askers: no fault of the request, which may be sent again.</summary>
    public static bool IsAway(Exception e) => Of(e) switch
    {
        PostgresException refused => refused.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            || refused.SqlState[..2] is "08" or "53" or "57" or "58",
        NpgsqlException => true,
        _ => false,
    };

    private static NpgsqlException? Of(Exception? e)
    {
        while (e is not (null or NpgsqlException or OperationCanceledException)) e = e.InnerException;
        return e as NpgsqlException; // nothing went wrong where the client gave up
    }
}
