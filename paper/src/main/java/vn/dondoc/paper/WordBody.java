package vn.dondoc.paper;

import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes paragraphs and tables of a .docx one after the other, so that a long plan takes no more memory than a short one. */
final class WordBody {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String FONT = "Times New Roman";
    private static final String BORDERS = "top left bottom right insideH insideV";
    /** Width of an annex page between its margins, in twentieths of a point. */
    private static final int WIDTH = 14_003;
    private static final int PERCENT = 100;
    /** A table's share of the page is said in fiftieths of a percent. */
    private static final int FIFTIETHS = 50;

    private final XMLStreamWriter xml;

    WordBody(Writer out) throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    }

    void flush() throws XMLStreamException {
        xml.flush();
    }

    /**
     * A paragraph of one piece of text.
     *
     * @param justification as the format names it: both, center, left
     * @param before space above it and {@code firstLine} its indentation, in twentieths of a point
     */
    record Form(int size, boolean bold, boolean italic, String justification, int before, int firstLine) {}

    void paragraph(String text, Form form) throws XMLStreamException {
        start("p");
        start("pPr");
        if (form.before() > 0) {
            empty("spacing", "before", form.before());
        }
        if (form.firstLine() > 0) {
            empty("ind", "firstLine", form.firstLine());
        }
        empty("jc", "val", form.justification());
        end();
        start("r");
        start("rPr");
        xml.writeEmptyElement("w", "rFonts", W);
        for (var of : List.of("ascii", "hAnsi", "cs", "eastAsia")) {
            xml.writeAttribute("w", W, of, FONT);
        }
        if (form.bold()) {
            xml.writeEmptyElement("w", "b", W);
        }
        if (form.italic()) {
            xml.writeEmptyElement("w", "i", W);
        }
        empty("sz", "val", form.size() * 2);
        empty("szCs", "val", form.size() * 2);
        end();
        text(text);
        end();
        end();
    }

    void table(Block.Grid grid, Form heading, Form cell, Form group) throws XMLStreamException {
        var total = grid.widths().stream().mapToInt(Integer::intValue).sum();
        start("tbl");
        start("tblPr");
        xml.writeEmptyElement("w", "tblW", W);
        xml.writeAttribute("w", W, "w", Integer.toString(PERCENT * FIFTIETHS));
        xml.writeAttribute("w", W, "type", "pct");
        start("tblBorders");
        for (var side : BORDERS.split(" ")) {
            xml.writeEmptyElement("w", side, W);
            xml.writeAttribute("w", W, "val", "single");
            xml.writeAttribute("w", W, "sz", "4");
        }
        end();
        end();
        start("tblGrid");
        for (var width : grid.widths()) {
            empty("gridCol", "w", WIDTH * width / total);
        }
        end();
        row(grid.headings(), grid, total, heading, true);
        for (var row : grid.rows()) {
            row(row, grid, total, row.size() == 1 ? group : cell, false);
        }
        end();
    }

    private void row(List<String> cells, Block.Grid grid, int total, Form form, boolean repeated) throws XMLStreamException {
        start("tr");
        start("trPr");
        xml.writeEmptyElement("w", "cantSplit", W);
        if (repeated) {
            xml.writeEmptyElement("w", "tblHeader", W);
        }
        end();
        var columns = grid.headings().size();
        for (int column = 0; column < cells.size(); column++) {
            start("tc");
            start("tcPr");
            xml.writeEmptyElement("w", "tcW", W);
            xml.writeAttribute("w", W, "w", Integer.toString(cells.size() == 1 ? PERCENT * FIFTIETHS : PERCENT * FIFTIETHS * grid.widths().get(column) / total));
            xml.writeAttribute("w", W, "type", "pct");
            if (cells.size() == 1 && columns > 1) {
                empty("gridSpan", "val", columns);
            }
            end();
            paragraph(cells.get(column), form);
            end();
        }
        end();
    }

    private void text(String text) throws XMLStreamException {
        var lines = text.split("\n", -1);
        for (int line = 0; line < lines.length; line++) {
            if (line > 0) {
                xml.writeEmptyElement("w", "br", W);
            }
            start("t");
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
            xml.writeCharacters(writable(lines[line]));
            end();
        }
    }

    /** Without what no XML can hold; a tab is a space. */
    private static String writable(String text) {
        return text.replace('\t', ' ').replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]|\\p{Cs}", "");
    }

    private void start(String name) throws XMLStreamException {
        xml.writeStartElement("w", name, W);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    private void empty(String name, String attribute, Object value) throws XMLStreamException {
        xml.writeEmptyElement("w", name, W);
        xml.writeAttribute("w", W, attribute, String.valueOf(value));
    }
}
