using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Honors.Api.Data;

internal static class PostgresLocks
{
    /// <summary>"Writes"; shared by acts about certain people, and held alone by any other.</summary>
    private const long Writes = 0x577269746573;

    /// <summary>"Changes".</summary>
    private const long Positions = 0x4368616e676573;

    /// <summary>
    /// Makes the transaction one that writes, and waits for those it must not run beside. Always in the order registry, key, people by id, positions, so that no two
    /// acts wait for each other. What is read afterwards is what those before left: each statement of the transaction sees all that is committed.
    /// </summary>
    public static Task Lock(this HonorsDb db, string? key) => db.About is { } people
        ? db.Database.ExecuteSqlAsync($"""
            SET TRANSACTION READ WRITE;
            SELECT pg_advisory_xact_lock_shared({Writes});
            SELECT pg_advisory_xact_lock({Number(key)});
            SELECT 1 FROM "People" WHERE "Id" = ANY ({people.ToArray()}) ORDER BY "Id" FOR UPDATE
            """)
        : db.Database.ExecuteSqlAsync($"""
            SET TRANSACTION READ WRITE;
            SELECT pg_advisory_xact_lock({Writes})
            """);

    /// <summary>The last lock of all, held until the commit.</summary>
    public static Task LockPositions(this HonorsDb db, CancellationToken ct) => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Positions})", ct);

    /// <summary>Two keys of one number merely wait for each other. Null, which locks nothing, where there is no key.</summary>
    private static long? Number(string? key) => key is null ? null : BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
