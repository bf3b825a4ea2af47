package vn.dondoc.platform.sheet;

import java.util.List;
import java.util.Set;

/** A sheet of a workbook, as texts. */
public record Sheet(String name, List<Row> rows) {

    public Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * A row that holds something.
     *
     * @param number as the sheet counts, from 1
     * @param formulas the places of cells that hold a formula, whatever it results in
     */
    public record Row(int number, List<String> cells, Set<Integer> formulas) {

        public Row {
            cells = List.copyOf(cells);
            formulas = Set.copyOf(formulas);
        }

        /** What stands there, without blanks around it; empty where nothing does. */
        public String cell(int place) {
            return place < cells.size() ? cells.get(place).strip() : "";
        }

        public boolean isBlank() {
            return formulas.isEmpty() && cells.stream().allMatch(String::isBlank);
        }
    }
}
