package vn.dondoc.console.measurement;

import java.io.Serializable;
import java.util.List;
import vn.dondoc.contracts.api.Targets;

/**
 * What became of a workbook of figures, as it is kept from one page to the next.
 *
 * @param refused the rows that were not written, and why
 */
public record WrittenFigures(int rows, List<Refusal> refused) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A row that was not written. */
    public record Refusal(int row, String message) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    public WrittenFigures {
        refused = List.copyOf(refused);
    }

    static WrittenFigures of(Targets.SheetTaken taken) {
        return new WrittenFigures(taken.rows(), taken.refused().stream().map(one -> new Refusal(one.row(), one.message())).toList());
    }
}
