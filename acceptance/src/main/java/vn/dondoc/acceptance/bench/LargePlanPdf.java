package vn.dondoc.acceptance.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Draws a large plan: wrapped paragraphs, then a ruled table that runs over many pages. */
final class LargePlanPdf {

    private static final float MARGIN = 50;
    private static final float SIZE = 11;
    private static final float LEADING = 14;
    private static final float[] COLUMNS = {50, 80, 250, 335, 425, 490, 545};
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;

    private final PDDocument pdf = new PDDocument();
    private final PDType0Font font;
    private PDPageContentStream content;
    private float y = TOP;

    LargePlanPdf() throws IOException {
        try (var stream = PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            font = PDType0Font.load(pdf, stream);
        }
        content = page();
    }

    byte[] write(LargePlan plan) throws IOException {
        try (pdf; var out = new ByteArrayOutputStream()) {
            for (var line : plan.lines()) {
                paragraph(line);
            }
            for (var row : plan.rows()) {
                row(row);
            }
            content.close();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private PDPageContentStream page() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        y = TOP;
        return new PDPageContentStream(pdf, page);
    }

    private void make(float height) throws IOException {
        if (y - height < MARGIN) {
            content.close();
            content = page();
        }
    }

    private void paragraph(String text) throws IOException {
        var lines = wrapped(text, COLUMNS[COLUMNS.length - 1] - MARGIN);
        for (var line : lines) {
            make(LEADING);
            y -= LEADING;
            show(line, MARGIN, y);
        }
        y -= LEADING;
    }

    private void row(List<String> cells) throws IOException {
        var wrapped = new ArrayList<List<String>>();
        for (int c = 0; c < cells.size(); c++) {
            wrapped.add(wrapped(cells.get(c), COLUMNS[c + 1] - COLUMNS[c] - 6));
        }
        var height = wrapped.stream().mapToInt(List::size).max().orElse(1) * LEADING + 4;
        make(height);
        for (int c = 0; c < cells.size(); c++) {
            content.addRect(COLUMNS[c], y - height, COLUMNS[c + 1] - COLUMNS[c], height);
            content.stroke();
            for (int i = 0; i < wrapped.get(c).size(); i++) {
                show(wrapped.get(c).get(i), COLUMNS[c] + 3, y - (i + 1) * LEADING + 2);
            }
        }
        y -= height;
    }

    private void show(String text, float x, float base) throws IOException {
        content.beginText();
        content.setFont(font, SIZE);
        content.newLineAtOffset(x, base);
        content.showText(text);
        content.endText();
    }

    private List<String> wrapped(String text, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * SIZE > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
