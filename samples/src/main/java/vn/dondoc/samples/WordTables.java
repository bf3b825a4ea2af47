package vn.dondoc.samples;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;

/** Tables of a Word document: the two columns of head and signature, and real ones with merged group rows. */
final class WordTables {

    private static final List<Integer> HALVES = List.of(45, 55);

    private final XWPFDocument document;
    private final int textWidth;

    WordTables(XWPFDocument document, int textWidth) {
        this.document = document;
        this.textWidth = textWidth;
    }

    /** One row, as clerks make it: each column holds its lines as paragraphs. */
    void columns(Block.Columns columns) {
        boolean head = columns.place() == Block.Columns.Place.HEAD;
        var table = document.createTable(1, 2);
        table.removeBorders();
        grid(table, HALVES);
        for (int column = 0; column < 2; column++) {
            var cell = table.getRow(0).getCell(column);
            int at = column;
            var lines = columns.rows().stream().map(row -> row.get(at)).toList();
            boolean centred = head || column == 1;
            fill(cell, lines, centred, centred);
        }
        document.createParagraph();
    }

    void table(Block.Table block) {
        var table = document.createTable(block.rows().size(), block.widths().size());
        grid(table, block.widths());
        for (int i = 0; i < block.rows().size(); i++) {
            var row = table.getRow(i);
            if (block.rows().get(i).group()) {
                group(row, block.rows().get(i).cells());
            } else {
                plain(row, block.rows().get(i).cells(), i == 0);
            }
        }
        table.getRow(0).setRepeatHeader(true);
    }

    private static void plain(XWPFTableRow row, List<String> cells, boolean header) {
        if (cells.size() != row.getTableCells().size()) {
            throw new IllegalArgumentException("A row with " + cells.size() + " cells: " + cells);
        }
        for (int column = 0; column < cells.size(); column++) {
            fill(row.getCell(column), List.of(cells.get(column)), header, header);
        }
    }

    private static void group(XWPFTableRow row, List<String> cells) {
        int others = row.getTableCells().size() - 1;
        for (int column = others; column > 1; column--) {
            row.removeCell(column);
        }
        fill(row.getCell(0), cells.subList(0, 1), false, true);
        fill(row.getCell(1), cells.subList(1, 2), false, true);
        properties(row.getCell(1)).addNewGridSpan().setVal(BigInteger.valueOf(others));
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        var inner = cell.getCTTc();
        return inner.isSetTcPr() ? inner.getTcPr() : inner.addNewTcPr();
    }

    private static void fill(XWPFTableCell cell, List<String> lines, boolean centred, boolean bold) {
        for (int i = 0; i < lines.size(); i++) {
            var paragraph = i == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph();
            paragraph.setAlignment(centred ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
            var run = paragraph.createRun();
            run.setBold(bold);
            run.setFontSize(12);
            run.setText(lines.get(i));
        }
    }

    private void grid(XWPFTable table, List<Integer> widths) {
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(textWidth);
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        for (int column = 0; column < widths.size(); column++) {
            var width = BigInteger.valueOf((long) textWidth * widths.get(column) / 100);
            (column < grid.sizeOfGridColArray() ? grid.getGridColArray(column) : grid.addNewGridCol()).setW(width);
        }
    }
}
