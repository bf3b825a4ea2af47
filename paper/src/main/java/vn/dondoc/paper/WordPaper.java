package vn.dondoc.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFieldRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * Writes a paper as .docx: A4, margins 20/20/30/20 mm, Times New Roman 13 and 14, motto and number in two columns, page numbers centred
 * at the top but for the first page, annexes across (decree 30/2020, annex I). What grows with the plan is streamed into its place.
 */
public final class WordPaper {

    private static final String FONT = "Times New Roman";
    private static final int BODY = 14;
    private static final int SMALL = 13;
    private static final int TINY = 12;
    /** Twentieths of a point in a millimetre. */
    private static final double TWIPS = 1440 / 25.4;
    private static final int LONG_SIDE = 297;
    private static final int SHORT_SIDE = 210;

    private static final WordBody.Form COLUMN = new WordBody.Form(TINY, true, false, "center", 0, 0);
    private static final WordBody.Form CELL = new WordBody.Form(TINY, false, false, "left", 0, 0);
    private static final WordBody.Form GROUP = new WordBody.Form(TINY, true, false, "left", 0, 0);
    private static final String MAIN = "word/document.xml";

    private final XWPFDocument document;
    private final Paper paper;
    /** Words that no plan holds. */
    private final String mark = "place-" + UUID.randomUUID();

    private WordPaper(XWPFDocument document, Paper paper) {
        this.document = document;
        this.paper = paper;
    }

    public static void write(Paper paper, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            var writer = new WordPaper(document, paper);
            writer.frame();
            writer.filled(out);
        }
    }

    /** All but the lines of the body and the tables: of these only the places. */
    private void frame() {
        head(paper.head());
        place();
        closing(paper);
        if (paper.annexes().isEmpty()) {
            page(document.getDocument().getBody().addNewSectPr(), false);
        } else {
            page(document.createParagraph().getCTP().addNewPPr().addNewSectPr(), false);
            paper.annexes().forEach(annex -> {
                titles(annex);
                place();
            });
            page(document.getDocument().getBody().addNewSectPr(), true);
        }
        var number = new XWPFHeaderFooterPolicy(document).createHeader(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        var field = number.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        var page = new XWPFFieldRun(field, field.addNewR(), number);
        page.setFontFamily(FONT);
        page.setFontSize(SMALL);
    }

    private void place() {
        document.createParagraph().createRun().setText(mark);
    }

    /** Copies the frame, with the body and the tables written in their places. */
    private void filled(OutputStream out) throws IOException {
        var frame = new ByteArrayOutputStream();
        document.write(frame);
        try (var in = new ZipInputStream(new ByteArrayInputStream(frame.toByteArray())); var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(MAIN)) {
                    fill(new String(in.readAllBytes(), StandardCharsets.UTF_8), zip);
                } else {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }

    private void fill(String frame, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var pieces = Pattern.compile("<w:p\\b(?:(?!</w:p>).)*" + mark + ".*?</w:p>", Pattern.DOTALL).split(frame, -1);
        try {
            for (int piece = 0; piece < pieces.length; piece++) {
                writer.write(pieces[piece]);
                if (piece < pieces.length - 1) {
                    fill(piece, new WordBody(writer));
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
        writer.flush();
    }

    private void fill(int place, WordBody body) throws XMLStreamException {
        if (place > 0) {
            body.table(paper.annexes().get(place - 1).table(), COLUMN, CELL, GROUP);
        } else {
            for (var block : paper.body()) {
                if (block instanceof Block.Line line) {
                    body.paragraph(line.text(), form(line.look()));
                }
            }
        }
        body.flush();
    }

    private static WordBody.Form form(Block.Look look) {
        return switch (look) {
            case TITLE -> new WordBody.Form(BODY, true, false, "center", 0, 0);
            case ADDRESSEE -> new WordBody.Form(BODY, false, false, "center", twips(2), 0);
            case CENTRED_ITALIC -> new WordBody.Form(BODY, false, true, "center", 0, 0);
            case HEADING, ITEM -> new WordBody.Form(BODY, true, false, "both", twips(2), twips(10));
            case BODY -> new WordBody.Form(BODY, false, false, "both", twips(2), twips(10));
        };
    }

    private void head(Paper.Head head) {
        var table = plain(1, 2, List.of(40, 60));
        var left = table.getRow(0).getCell(0);
        var right = table.getRow(0).getCell(1);
        for (int i = 0; i < head.issuer().size(); i++) {
            write(first(left, i == 0), head.issuer().get(i), TINY, true, false, ParagraphAlignment.CENTER);
        }
        write(left.addParagraph(), "Số: " + (head.number() == null ? "      /" + head.symbol() : head.number()), SMALL, false, false, ParagraphAlignment.CENTER);
        if (head.subject() != null) {
            write(left.addParagraph(), head.subject(), TINY, false, false, ParagraphAlignment.CENTER);
        }
        // 88 mm wide: in 13 it would not stand on one line
        write(first(right, true), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", TINY, true, false, ParagraphAlignment.CENTER);
        var motto = right.addParagraph();
        write(motto, "Độc lập - Tự do - Hạnh phúc", SMALL, true, false, ParagraphAlignment.CENTER);
        motto.getRuns().getFirst().setUnderline(UnderlinePatterns.SINGLE);
        write(right.addParagraph(), head.placeAndDate(), SMALL, false, true, ParagraphAlignment.CENTER);
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
        var signature = paper.signature();
        for (int i = 0; i < signature.authority().size(); i++) {
            write(first(right, i == 0), signature.authority().get(i), BODY, true, false, ParagraphAlignment.CENTER);
        }
        for (int i = 0; i < 4; i++) {
            right.addParagraph();
        }
        if (signature.name() != null) {
            write(right.addParagraph(), signature.name(), BODY, true, false, ParagraphAlignment.CENTER);
        }
    }

    private void titles(Paper.Annex annex) {
        var title = document.createParagraph();
        write(title, annex.title(), BODY, true, false, ParagraphAlignment.CENTER);
        title.setPageBreak(!annex.title().endsWith(" I"));
        write(document.createParagraph(), annex.name(), BODY, true, false, ParagraphAlignment.CENTER);
        write(document.createParagraph(), annex.belongsTo(), BODY, false, true, ParagraphAlignment.CENTER);
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
