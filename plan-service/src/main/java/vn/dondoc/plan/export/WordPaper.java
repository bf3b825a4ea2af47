package vn.dondoc.plan.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * Writes a paper as .docx: A4, margins 20/20/30/20 mm, Times New Roman 13 and 14, motto and number in two columns, page numbers centred
 * at the top but for the first page, annexes across (decree 30/2020, annex I).
 */
final class WordPaper {

    private static final String FONT = "Times New Roman";
    private static final int BODY = 14;
    private static final int SMALL = 13;
    private static final int TINY = 12;
    /** Twentieths of a point in a millimetre. */
    private static final double TWIPS = 1440 / 25.4;
    private static final int LONG_SIDE = 297;
    private static final int SHORT_SIDE = 210;

    private final XWPFDocument document;

    private WordPaper(XWPFDocument document) {
        this.document = document;
    }

    static void write(Paper paper, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            new WordPaper(document).write(paper);
            document.write(out);
        }
    }

    private void write(Paper paper) {
        head(paper.head());
        paper.body().forEach(block -> {
            if (block instanceof Block.Line line) {
                line(line);
            }
        });
        closing(paper);
        if (paper.annexes().isEmpty()) {
            page(document.getDocument().getBody().addNewSectPr(), false);
        } else {
            page(document.createParagraph().getCTP().addNewPPr().addNewSectPr(), false);
            paper.annexes().forEach(this::annex);
            page(document.getDocument().getBody().addNewSectPr(), true);
        }
        var number = new XWPFHeaderFooterPolicy(document).createHeader(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private void head(Paper.Head head) {
        var table = plain(1, 2, List.of(42, 58));
        var left = table.getRow(0).getCell(0);
        var right = table.getRow(0).getCell(1);
        for (int i = 0; i < head.issuer().size(); i++) {
            write(first(left, i == 0), head.issuer().get(i), SMALL, true, false, ParagraphAlignment.CENTER);
        }
        write(left.addParagraph(), "Số: " + (head.number() == null ? "      /" + head.symbol() : head.number()), SMALL, false, false, ParagraphAlignment.CENTER);
        write(first(right, true), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", SMALL, true, false, ParagraphAlignment.CENTER);
        var motto = right.addParagraph();
        write(motto, "Độc lập - Tự do - Hạnh phúc", BODY, true, false, ParagraphAlignment.CENTER);
        motto.getRuns().getFirst().setUnderline(UnderlinePatterns.SINGLE);
        write(right.addParagraph(), head.placeAndDate(), BODY, false, true, ParagraphAlignment.CENTER);
    }

    private void line(Block.Line line) {
        var paragraph = document.createParagraph();
        switch (line.look()) {
            case TITLE -> write(paragraph, line.text(), BODY, true, false, ParagraphAlignment.CENTER);
            case CENTRED_ITALIC -> write(paragraph, line.text(), BODY, false, true, ParagraphAlignment.CENTER);
            case HEADING -> indented(paragraph, line.text(), true);
            case ITEM -> indented(paragraph, line.text(), true);
            case BODY -> indented(paragraph, line.text(), false);
        }
    }

    private static void indented(XWPFParagraph paragraph, String text, boolean bold) {
        write(paragraph, text, BODY, bold, false, ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(twips(10));
        paragraph.setSpacingBefore(twips(2));
    }

    private void closing(Paper paper) {
        document.createParagraph();
        var table = plain(1, 2, List.of(50, 50));
        var left = table.getRow(0).getCell(0);
        if (!paper.recipients().isEmpty()) {
            write(first(left, true), "Nơi nhận:", TINY, true, true, ParagraphAlignment.LEFT);
            paper.recipients().forEach(one -> write(left.addParagraph(), "- " + one + ";", TINY - 1, false, false, ParagraphAlignment.LEFT));
            write(left.addParagraph(), "- Lưu: VT.", TINY - 1, false, false, ParagraphAlignment.LEFT);
        }
        var right = table.getRow(0).getCell(1);
        write(first(right, true), "CHỦ TỊCH", BODY, true, false, ParagraphAlignment.CENTER);
        for (int i = 0; i < 4; i++) {
            right.addParagraph();
        }
        if (paper.signer() != null) {
            write(right.addParagraph(), paper.signer(), BODY, true, false, ParagraphAlignment.CENTER);
        }
    }

    private void annex(Paper.Annex annex) {
        var title = document.createParagraph();
        write(title, annex.title(), BODY, true, false, ParagraphAlignment.CENTER);
        title.setPageBreak(!annex.title().endsWith(" I"));
        write(document.createParagraph(), annex.name(), BODY, true, false, ParagraphAlignment.CENTER);
        write(document.createParagraph(), annex.belongsTo(), BODY, false, true, ParagraphAlignment.CENTER);
        var grid = annex.table();
        var columns = grid.headings().size();
        var table = document.createTable(grid.rows().size() + 1, columns);
        table.setWidth("100%");
        table.getRow(0).setRepeatHeader(true);
        for (int column = 0; column < columns; column++) {
            write(first(table.getRow(0).getCell(column), true), grid.headings().get(column), TINY, true, false, ParagraphAlignment.CENTER);
            width(table.getRow(0).getCell(column), grid.widths().get(column));
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            row(table, row + 1, grid.rows().get(row), columns);
        }
    }

    private static void row(XWPFTable table, int number, List<String> cells, int columns) {
        var row = table.getRow(number);
        row.setCantSplitRow(true);
        if (cells.size() == 1) {
            for (int column = columns - 1; column > 0; column--) {
                row.removeCell(column);
            }
            row.getCell(0).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
            write(first(row.getCell(0), true), cells.getFirst(), TINY, true, false, ParagraphAlignment.LEFT);
            return;
        }
        for (int column = 0; column < columns; column++) {
            write(first(row.getCell(column), true), cells.get(column), TINY, false, false, ParagraphAlignment.LEFT);
        }
    }

    private XWPFTable plain(int rows, int columns, List<Integer> widths) {
        var table = document.createTable(rows, columns);
        table.setWidth("100%");
        table.removeBorders();
        for (int column = 0; column < columns; column++) {
            width(table.getRow(0).getCell(column), widths.get(column));
        }
        return table;
    }

    private static void width(XWPFTableCell cell, int percent) {
        var properties = cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
        var width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setType(STTblWidth.PCT);
        width.setW(percent + "%");
    }

    private static XWPFParagraph first(XWPFTableCell cell, boolean first) {
        return first && !cell.getParagraphs().isEmpty() ? cell.getParagraphs().getFirst() : cell.addParagraph();
    }

    private static void write(XWPFParagraph paragraph, String text, int size, boolean bold, boolean italic, ParagraphAlignment alignment) {
        paragraph.setAlignment(alignment);
        var run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(bold);
        run.setItalic(italic);
        run.setText(text);
    }

    private static void page(CTSectPr section, boolean across) {
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(twips(across ? LONG_SIDE : SHORT_SIDE)));
        size.setH(BigInteger.valueOf(twips(across ? SHORT_SIDE : LONG_SIDE)));
        if (across) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(twips(20)));
        margins.setBottom(BigInteger.valueOf(twips(20)));
        margins.setLeft(BigInteger.valueOf(twips(30)));
        margins.setRight(BigInteger.valueOf(twips(20)));
        section.addNewTitlePg();
    }

    private static int twips(double millimetres) {
        return (int) Math.round(millimetres * TWIPS);
    }
}
