package vn.dondoc.platform.sheet;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of an .xlsx file as texts; no document type is followed, no formula is calculated. */
public final class WorkbookReader {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int MOST_SHEETS = 20;
    private static final int MOST_ROWS = 70_000;
    private static final int MOST_COLUMNS = 40;
    /** In all sheets, and as many shared texts: a province takes a quarter of it. */
    private static final int MOST_CELLS = 1_000_000;
    private static final XMLInputFactory XML = factory();

    private final Unpacked file;
    private final List<String> shared;
    private int cells;

    private WorkbookReader(Unpacked file) throws XMLStreamException, UnreadableWorkbook {
        this.file = file;
        this.shared = sharedOf(file.part("xl/sharedStrings.xml"));
    }

    public static List<Sheet> read(byte[] file) throws UnreadableWorkbook {
        try {
            return new WorkbookReader(Unpacked.of(file)).sheets();
        } catch (XMLStreamException | IndexOutOfBoundsException | NumberFormatException broken) {
            throw new UnreadableWorkbook("FILE_CORRUPT");
        }
    }

    private List<Sheet> sheets() throws XMLStreamException, UnreadableWorkbook {
        var book = file.part("xl/workbook.xml");
        if (book == null) {
            throw new UnreadableWorkbook("NOT_A_WORKBOOK");
        }
        var targets = targets();
        var sheets = new ArrayList<Sheet>();
        var reader = open(book);
        while (reader.hasNext() && sheets.size() < MOST_SHEETS) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("sheet")) {
                var name = reader.getAttributeValue(null, "name");
                var target = targets.get(String.valueOf(reader.getAttributeValue(RELATIONS, "id")));
                var part = target == null ? null : file.part(target);
                if (name != null && part != null) {
                    sheets.add(new Sheet(name, rows(part)));
                }
            }
        }
        return sheets;
    }

    private Map<String, String> targets() throws XMLStreamException {
        var targets = new HashMap<String, String>();
        var part = file.part("xl/_rels/workbook.xml.rels");
        if (part == null) {
            return targets;
        }
        var reader = open(part);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("Relationship")) {
                var id = reader.getAttributeValue(null, "Id");
                var target = reader.getAttributeValue(null, "Target");
                if (id != null && target != null) {
                    targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return targets;
    }

    private static List<String> sharedOf(byte @Nullable [] part) throws XMLStreamException, UnreadableWorkbook {
        var found = new ArrayList<String>();
        if (part == null) {
            return found;
        }
        var reader = open(part);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("si")) {
                found.add(texts(reader, "si"));
                bounded(found.size());
            }
        }
        return found;
    }

    private List<Sheet.Row> rows(byte[] part) throws XMLStreamException, UnreadableWorkbook {
        var rows = new ArrayList<Sheet.Row>();
        var reader = open(part);
        int number = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("row")) {
                var written = reader.getAttributeValue(null, "r");
                number = written == null ? number + 1 : Integer.parseInt(written);
                var row = row(reader, number);
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() > MOST_ROWS) {
                    throw new UnreadableWorkbook("WORKBOOK_TOO_LONG");
                }
            }
        }
        return rows;
    }

    private Sheet.Row row(XMLStreamReader reader, int number) throws XMLStreamException, UnreadableWorkbook {
        var cells = new ArrayList<String>();
        var formulas = new HashSet<Integer>();
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c")) {
                var place = place(reader.getAttributeValue(null, "r"), cells.size());
                var text = cell(reader, place, formulas);
                if (place < MOST_COLUMNS && !text.isEmpty()) {
                    while (cells.size() <= place) {
                        cells.add("");
                    }
                    cells.set(place, text);
                    bounded(++this.cells);
                }
            }
        }
        return new Sheet.Row(number, cells, formulas);
    }

    private static void bounded(int count) throws UnreadableWorkbook {
        if (count > MOST_CELLS) {
            throw new UnreadableWorkbook("WORKBOOK_TOO_LONG");
        }
    }

    private String cell(XMLStreamReader reader, int place, Set<Integer> formulas) throws XMLStreamException {
        var kind = reader.getAttributeValue(null, "t");
        var value = "";
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "f" -> formulas.add(place);
                    case "v" -> value = reader.getElementText();
                    case "is" -> value = texts(reader, "is");
                    default -> { }
                }
            }
        }
        return said(value, kind);
    }

    private String said(String value, @Nullable String kind) {
        if ("s".equals(kind)) {
            return shared.get(Integer.parseInt(value));
        } else if ("b".equals(kind)) {
            return value.equals("1") ? "có" : "không";
        } else if (kind == null || kind.equals("n")) {
            return value.isEmpty() || value.length() > 30 ? value : plain(value);
        }
        return value;
    }

    /** A code that a program took for a figure is written as it was typed. */
    private static String plain(String figure) {
        var number = new BigDecimal(figure);
        return Math.abs(number.scale()) > 30 ? figure : number.stripTrailingZeros().toPlainString();
    }

    /** The texts within an element; what is said of their pronunciation is left out. */
    private static String texts(XMLStreamReader reader, String element) throws XMLStreamException {
        var text = new StringBuilder();
        int pronounced = 0;
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals(element)) {
                    break;
                }
                pronounced -= reader.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                pronounced += reader.getLocalName().equals("rPh") ? 1 : 0;
                if (reader.getLocalName().equals("t") && pronounced == 0) {
                    text.append(reader.getElementText());
                }
            }
        }
        return text.toString();
    }

    /** "B7" is 1, "AA7" is 26; where a cell does not say, it is the next. */
    private static int place(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int place = 0;
        for (int i = 0; i < reference.length() && i < 4 && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            place = place * 26 + reference.charAt(i) - 'A' + 1;
        }
        return place == 0 ? next : place - 1;
    }

    private static XMLStreamReader open(byte[] part) throws XMLStreamException {
        return XML.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
