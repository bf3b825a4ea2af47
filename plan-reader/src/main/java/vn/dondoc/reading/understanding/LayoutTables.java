package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import vn.dondoc.reading.text.Block;
import vn.dondoc.reading.text.Cell;
import vn.dondoc.reading.text.Clean;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Style;
import vn.dondoc.reading.text.Table;

/** Tables that only place text beside other text (the head, the signature) become paragraphs, column by column. */
final class LayoutTables {

    private LayoutTables() {
    }

    static List<Block> flattened(List<Block> blocks) {
        List<Block> flat = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Table table && PlanTable.of(table) == null) {
                flatten(table, flat);
            } else {
                flat.add(block);
            }
        }
        return flat;
    }

    private static void flatten(Table table, List<Block> flat) {
        for (int c = 0; c < table.columns(); c++) {
            Cell before = null;
            for (int r = 0; r < table.rows().size(); r++) {
                Cell cell = table.cell(r, c);
                if (cell != before && cell.row() == r && cell.column() == c && !cell.isEmpty()) {
                    addLines(table, cell, flat);
                }
                before = cell;
            }
        }
    }

    private static void addLines(Table table, Cell cell, List<Block> flat) {
        int start = cell.start();
        for (String line : cell.text().split("\n")) {
            String clean = Clean.line(line);
            if (!clean.isEmpty()) {
                flat.add(new Paragraph(clean, new Style(0, cell.bold(), false), table.page(), table.index(), start));
            }
            start += line.length() + 1;
        }
    }
}
