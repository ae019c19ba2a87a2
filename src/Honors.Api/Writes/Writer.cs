using Honors.Api.Data;

namespace Honors.Api.Writes;

/// <summary>
/// The one way to write, on either engine: acts take effect as if one ran after another, each whole or not at all, and nobody is answered before
/// the commit. An act asks, decides and saves; it takes no lock and opens no transaction.
/// </summary>
internal abstract class Writer(Edition edition, KeptFigures figures)
{
    /// <summary>Runs the act inside a commit.</summary>
    /// <param name="db">The context the act works with; whom it is <see cref="HonorsDb.About"/> may be set before.</param>
    /// <param name="act">Answers whether its effect shall stay; one that answers false or throws leaves no trace.</param>
    /// <param name="key">Acts of one key never run at once, whoever they are about.</param>
    /// <returns>When the effect is on the disk, or was taken back because the act refused.</returns>
    /// <exception cref="StorageFailedException">The database took nothing.</exception>
    public async Task Commit(HonorsDb db, Func<Task<bool>> act, string? key = null)
    {
        var stays = false;
        try
        {
            await Run(db, async () => stays = await act(), key);
        }
        finally
        {
            // Whatever came of it: a commit whose answer was lost may stand.
            if (stays)
            {
                figures.Empty(db.Touched);
                edition.Supersede();
            }
        }
    }

    /// <inheritdoc cref="Commit"/>
    protected abstract Task Run(HonorsDb db, Func<Task<bool>> act, string? key);
}

/// <summary>The database did not take a commit: nothing of it was kept, and the same request may be sent again.</summary>
internal sealed class StorageFailedException(Exception cause) : Exception("The commit failed.", cause);
