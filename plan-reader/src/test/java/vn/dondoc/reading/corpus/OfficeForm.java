package vn.dondoc.reading.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** A document of the corpus as an office program would have written it: paragraphs, and tables with lines around their cells. */
final class OfficeForm {

    /** A paragraph, or the rows of a table. */
    private record Piece(String text, boolean bold, List<String[]> rows) {
    }

    private OfficeForm() {
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        for (String line : (text + "\n").split("\n", -1)) {
            String bare = line.strip();
            if (bare.startsWith("|") || line.split("\t").length > 2) {
                if (!bare.matches("\\|[-:| ]+")) {
                    rows.add(cells(line));
                }
                continue;
            }
            if (!rows.isEmpty()) {
                pieces.add(new Piece("", false, List.copyOf(rows)));
                rows.clear();
            }
            boolean bold = bare.startsWith("#") || bare.startsWith("**") && bare.endsWith("**");
            String plain = bare.replaceFirst("^#+\\s*", "").replace("**", "");
            if (!plain.isEmpty()) {
                pieces.add(new Piece(plain, bold, List.of()));
            }
        }
        return pieces;
    }

    private static String[] cells(String line) {
        String row = line.strip();
        String[] cells = row.startsWith("|") ? row.substring(1, row.length() - (row.endsWith("|") ? 1 : 0)).split("\\|", -1) : line.split("\t", -1);
        return Arrays.stream(cells).map(cell -> cell.strip().replace("**", "").replaceAll("<br\\s*/?>", "\n")).toArray(String[]::new);
    }

    private static int width(List<String[]> rows) {
        return rows.stream().mapToInt(row -> row.length).max().orElse(1);
    }

    static byte[] word(String text) throws IOException {
        try (XWPFDocument word = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Piece piece : pieces(text)) {
                if (piece.rows().isEmpty()) {
                    XWPFRun run = word.createParagraph().createRun();
                    run.setText(piece.text());
                    run.setBold(piece.bold());
                } else {
                    table(word.createTable(piece.rows().size(), width(piece.rows())), piece.rows());
                }
            }
            word.write(out);
            return out.toByteArray();
        }
    }

    private static void table(XWPFTable table, List<String[]> rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).length; c++) {
                String[] lines = rows.get(r)[c].split("\n");
                for (int i = 0; i < lines.length; i++) {
                    XWPFParagraph paragraph = i == 0 ? table.getRow(r).getCell(c).getParagraphs().getFirst() : table.getRow(r).getCell(c).addParagraph();
                    paragraph.createRun().setText(lines[i].strip());
                }
            }
        }
    }

    static byte[] pdf(String text) throws IOException {
        return new Printer().print(pieces(text));
    }

    /** Prints lines of a page: the first of a paragraph is indented, capitals and what stands below the name of the document are centred. */
    private static final class Printer {

        private static final float LEFT = 70;
        private static final float MARGIN = 55;
        private static final int MOST_UPRIGHT = 7;
        private static final float BOTTOM = 60;
        private static final float SIZE = 11;
        private static final float LEADING = 15;
        private static final float INDENT = 25;
        private static final float PADDING = 3;

        private final PDDocument pdf = new PDDocument();
        private final PDFont font;
        private PDPageContentStream content;
        private PDRectangle size = PDRectangle.A4;
        private float y;

        Printer() throws IOException {
            font = PDType0Font.load(pdf, PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
            content = page();
        }

        byte[] print(List<Piece> pieces) throws IOException {
            try (pdf; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                for (Piece piece : pieces) {
                    if (piece.rows().isEmpty()) {
                        turn(false);
                        paragraph(piece.text());
                    } else {
                        table(piece.rows());
                    }
                }
                content.close();
                pdf.save(out);
                return out.toByteArray();
            }
        }

        private PDPageContentStream page() throws IOException {
            PDPage page = new PDPage(size);
            pdf.addPage(page);
            y = size.getHeight() - MARGIN;
            return new PDPageContentStream(pdf, page);
        }

        private float width() {
            return size.getWidth() - MARGIN - LEFT;
        }

        /** A wide table stands on pages across. */
        private void turn(boolean across) throws IOException {
            PDRectangle turned = across ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
            if (turned.getWidth() != size.getWidth()) {
                size = turned;
                content.close();
                content = page();
            }
        }

        private void room(float height) throws IOException {
            if (y - height < BOTTOM) {
                content.close();
                content = page();
            }
        }

        private void paragraph(String text) throws IOException {
            boolean centred = text.equals(text.toUpperCase(Locale.ROOT)) && text.length() < 90;
            List<String> lines = wrapped(text, width(), centred ? 0 : INDENT);
            for (int i = 0; i < lines.size(); i++) {
                room(LEADING);
                y -= LEADING;
                show(lines.get(i), centred ? LEFT + (width() - widthOf(lines.get(i))) / 2 : LEFT + (i == 0 ? INDENT : 0), y);
            }
            y -= 5;
        }

        private void table(List<String[]> rows) throws IOException {
            int columns = OfficeForm.width(rows);
            turn(columns > MOST_UPRIGHT);
            float each = (width()) / columns;
            for (String[] row : rows) {
                List<List<String>> cells = new ArrayList<>();
                for (int c = 0; c < columns; c++) {
                    cells.add(cell(c < row.length ? row[c] : "", each - 2 * PADDING));
                }
                float height = cells.stream().mapToInt(List::size).max().orElse(1) * LEADING + 2 * PADDING;
                room(height);
                for (int c = 0; c < columns; c++) {
                    content.addRect(LEFT + c * each, y - height, each, height);
                    content.stroke();
                    for (int i = 0; i < cells.get(c).size(); i++) {
                        show(cells.get(c).get(i), LEFT + c * each + PADDING, y - (i + 1) * LEADING + PADDING);
                    }
                }
                y -= height;
            }
            y -= 5;
        }

        private List<String> cell(String text, float width) throws IOException {
            List<String> lines = new ArrayList<>();
            for (String line : text.split("\n")) {
                lines.addAll(wrapped(line, width, 0));
            }
            return lines;
        }

        private List<String> wrapped(String text, float width, float indent) throws IOException {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.split("\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && widthOf(longer) > width - (lines.isEmpty() ? indent : 0)) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            return lines;
        }

        private float widthOf(String text) throws IOException {
            return font.getStringWidth(text) / 1000 * SIZE;
        }

        private void show(String line, float x, float base) throws IOException {
            content.beginText();
            content.setFont(font, SIZE);
            content.newLineAtOffset(x, base);
            content.showText(line);
            content.endText();
        }
    }
}
