namespace Honors.Domain.Statistics;

/// <summary>
/// Which figures of a public table are kept back so that nobody learns what a few people did: those of few people, and others beside them, for else the
/// sums would tell the difference.
/// </summary>
public static class SmallNumbers
{
    /// <summary>A figure of fewer people is kept back.</summary>
    public const int LeastPeople = 5;

    /// <param name="people">How many people stand behind each figure, 0 where there is none; the last row and the last column are the sums.</param>
    /// <returns>True where the figure is kept back. Of no such figure can the exact value be worked out from those that are shown.</returns>
    public static bool[,] KeptBack(int[,] people)
    {
        var table = new Table(people);
        do
        {
            while (table.GuardLines()) { }
        }
        while (table.GuardWhatFollows());
        return table.Hidden;
    }

    private sealed class Table
    {
        private readonly int[,] _people;
        private readonly int _rows, _columns;

        public Table(int[,] people)
        {
            (_people, _rows, _columns, Hidden) = (people, people.GetLength(0), people.GetLength(1), new bool[people.GetLength(0), people.GetLength(1)]);
            foreach (var (row, column) in Cells()) Hidden[row, column] = IsSmall((row, column));
        }

        public bool[,] Hidden { get; }

        /// <summary>Where a row or a column hides small figures alone, their sum would still tell of few: a larger one hides with them.</summary>
        /// <returns>Whether anything more is hidden.</returns>
        public bool GuardLines()
        {
            var more = false;
            foreach (var line in Lines())
            {
                var hidden = line.Where(c => Hidden[c.Row, c.Column]).ToList();
                if (hidden is [] || (hidden.Count > 1 && hidden.Exists(c => !IsSmall(c)))) continue;

                // The smallest tells least by missing; a sum only where there is nothing else.
                var other = line.Where(c => !Hidden[c.Row, c.Column] && _people[c.Row, c.Column] > 0).OrderBy(IsSum).ThenBy(c => _people[c.Row, c.Column]).Cast<(int, int)?>().FirstOrDefault();
                if (other is not var (row, column)) continue;

                more = Hidden[row, column] = true;
            }

            return more;
        }

        /// <summary>
        /// Let each figure be an edge between its row and its column. A hidden one is worked out exactly where it is the only hidden way between them; then another way is hidden
        /// too. There is one, since what enters a part of the table also leaves it.
        /// </summary>
        /// <returns>Whether anything more is hidden.</returns>
        public bool GuardWhatFollows()
        {
            // The larger ones too: with them known, the few beside them would be known together.
            foreach (var cell in Cells().Where(c => Hidden[c.Row, c.Column]))
            {
                var reached = ReachedFromRowOf(cell);
                if (reached.Contains(_rows + cell.Column)) continue;

                var (row, column) = Cells().Where(c => !Hidden[c.Row, c.Column] && _people[c.Row, c.Column] > 0 && reached.Contains(c.Row) != reached.Contains(_rows + c.Column)).OrderBy(IsSum)
                    .ThenBy(c => _people[c.Row, c.Column]).FirstOrDefault(cell);
                if ((row, column) == cell) continue;

                return Hidden[row, column] = true;
            }

            return false;
        }

        /// <summary>Rows, and columns after them, to which hidden figures lead from the row of this one without it.</summary>
        private HashSet<int> ReachedFromRowOf((int Row, int Column) cell)
        {
            var (reached, waiting) = (new HashSet<int> { cell.Row }, new Stack<int>([cell.Row]));
            while (waiting.TryPop(out var node))
            {
                foreach (var (row, column) in Cells().Where(c => Hidden[c.Row, c.Column] && c != cell && (c.Row == node || _rows + c.Column == node)))
                {
                    var other = row == node ? _rows + column : row;
                    if (reached.Add(other)) waiting.Push(other);
                }
            }

            return reached;
        }

        private bool IsSmall((int Row, int Column) cell) => _people[cell.Row, cell.Column] is > 0 and < LeastPeople;

        private bool IsSum((int Row, int Column) cell) => cell.Row == _rows - 1 || cell.Column == _columns - 1;

        private IEnumerable<(int Row, int Column)> Cells() => Enumerable.Range(0, _rows).SelectMany(r => Enumerable.Range(0, _columns).Select(c => (r, c)));

        private IEnumerable<List<(int Row, int Column)>> Lines() =>
        [
            .. Enumerable.Range(0, _rows).Select(r => Enumerable.Range(0, _columns).Select(c => (r, c)).ToList()),
            .. Enumerable.Range(0, _columns).Select(c => Enumerable.Range(0, _rows).Select(r => (r, c)).ToList()),
        ];
    }
}
