package vn.dondoc.reading.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Pages drawn line by line and cell by cell, as printing programs do. */
final class DrawnPdf implements AutoCloseable {

    private static final float SIZE = 11;

    private final PDDocument pdf = new PDDocument();
    private final PDFont font;
    private PDPageContentStream content;

    DrawnPdf() {
        try {
            font = PDType0Font.load(pdf, PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
            content = page();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        return new PDPageContentStream(pdf, page);
    }

    DrawnPdf newPage() {
        try {
            content.close();
            content = page();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    DrawnPdf text(float x, float y, String line) {
        try {
            content.beginText();
            content.setFont(font, SIZE);
            content.newLineAtOffset(x, y);
            content.showText(line);
            content.endText();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A row of boxes from the left margin; the lines of a cell are parted by line breaks. Gives the lower edge. */
    float row(float top, float[] widths, String... cells) {
        return row(true, top, widths, cells);
    }

    /** The first row of a page as some programs print a table that goes on: with no line above it. */
    float openRow(float top, float[] widths, String... cells) {
        return row(false, top, widths, cells);
    }

    private float row(boolean closed, float top, float[] widths, String... cells) {
        try {
            int lines = 1;
            for (String cell : cells) {
                lines = Math.max(lines, cell.split("\n").length);
            }
            float bottom = top - lines * 14 - 6;
            float x = 60;
            for (int c = 0; c < cells.length; c++) {
                box(closed, x, top, x + widths[c], bottom);
                float y = top - 13;
                for (String line : cells[c].split("\n")) {
                    text(x + 3, y, line);
                    y -= 14;
                }
                x += widths[c];
            }
            return bottom;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void box(boolean closed, float left, float top, float right, float bottom) throws IOException {
        content.moveTo(left, top);
        content.lineTo(left, bottom);
        content.lineTo(right, bottom);
        content.lineTo(right, top);
        if (closed) {
            content.lineTo(left, top);
        }
        content.stroke();
    }

    byte[] file() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.close();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            pdf.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
