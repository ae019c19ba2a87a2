using CsCheck;
using Honors.Domain.Statistics;

namespace Honors.Tests.Statistics;

public sealed class SmallNumbersTests
{
    private static readonly Gen<int> Cell = Gen.OneOf(Gen.Const(0), Gen.Int[1, 4], Gen.Int[5, 40]);

    private static readonly Gen<int[,]> Tables = Gen.Select(Gen.Int[1, 5], Gen.Int[1, 4], Cell.Array[20]).Select(t => WithSums(t.Item3, t.Item1, t.Item2));

    /// <summary>As if nobody stood behind two cells.</summary>
    private static int[,] WithSums(int[] cells, int rows, int columns)
    {
        var table = new int[rows + 1, columns + 1];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var people = cells[r * columns + c];
                table[r, c] = people;
                table[r, columns] += people;
                table[rows, c] += people;
                table[rows, columns] += people;
            }
        }

        return table;
    }

    [Fact]
    public void No_figure_of_few_people_is_shown_or_follows_from_those_that_are() => Tables.Sample(people =>
    {
        var hidden = SmallNumbers.KeptBack(people);
        var unknown = Cells(people).Where(c => hidden[c.Row, c.Column]).ToList();
        Assert.All(Cells(people).Where(c => people[c.Row, c.Column] is > 0 and < SmallNumbers.LeastPeople), c => Assert.True(hidden[c.Row, c.Column]));
        Assert.All(unknown, c => Assert.False(Follows(people, unknown, c), $"{c} of {Print(people, hidden)}"));

        Assert.All(Cells(people).Where(c => people[c.Row, c.Column] is 0), c => Assert.False(hidden[c.Row, c.Column]));
    }, iter: 20_000);

    [Fact]
    public void A_table_without_small_figures_is_shown_whole()
    {
        var hidden = SmallNumbers.KeptBack(WithSums([5, 6, 0, 9], 2, 2));
        Assert.DoesNotContain(true, hidden.Cast<bool>());
    }

    [Fact]
    public void Beside_one_small_figure_a_larger_one_hides_in_its_row_and_in_its_column()
    {
        // Two people in one county in one year; the sums stay.
        Assert.Equal("x 30 x .|x 20 x .|. . . .", Print(WithSums([2, 30, 8, 7, 20, 9], 2, 3)));
    }

    /// <summary>Whether the sums that the table must keep leave this cell one value: it is fixed where no other table has the same shown cells.</summary>
    private static bool Follows(int[,] people, List<(int Row, int Column)> unknown, (int Row, int Column) cell)
    {
        // A cell is fixed where adding its unit vector does not raise the rank of the equations over the unknown cells.
        var (rows, columns) = (people.GetLength(0), people.GetLength(1));
        List<double[]> equations = [];
        for (var r = 0; r < rows; r++) equations.Add([.. unknown.Select(u => u.Row == r ? u.Column == columns - 1 ? -1d : 1d : 0d)]);
        for (var c = 0; c < columns; c++) equations.Add([.. unknown.Select(u => u.Column == c ? u.Row == rows - 1 ? -1d : 1d : 0d)]);
        double[] unit = [.. unknown.Select(u => u == cell ? 1d : 0d)];
        return Rank(equations) == Rank([.. equations, unit]);
    }

    private static int Rank(List<double[]> equations)
    {
        var rows = equations.ConvertAll(e => (double[])e.Clone());
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length; column++)
        {
            var pivot = rows.FindIndex(rank, r => Math.Abs(r[column]) > 1e-9);
            if (pivot < 0) continue;

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var i = rank + 1; i < rows.Count; i++)
            {
                var factor = rows[i][column] / rows[rank][column];
                for (var j = column; j < rows[i].Length; j++) rows[i][j] -= factor * rows[rank][j];
            }

            if (++rank == rows.Count) break;
        }

        return rank;
    }

    private static string Print(int[,] people) => Print(people, SmallNumbers.KeptBack(people), sums: false);

    private static string Print(int[,] people, bool[,] hidden, bool sums = true) => string.Join('|', Enumerable.Range(0, people.GetLength(0)).Select(r => string.Join(' ', Enumerable.Range(0, people.GetLength(1))
        .Select(c => hidden[r, c] ? sums ? $"({people[r, c]})" : "x" : !sums && (r == people.GetLength(0) - 1 || c == people.GetLength(1) - 1) ? "." : $"{people[r, c]}"))));

    private static IEnumerable<(int Row, int Column)> Cells(int[,] people) =>
        Enumerable.Range(0, people.GetLength(0)).SelectMany(r => Enumerable.Range(0, people.GetLength(1)).Select(c => (r, c)));
}
