package vn.dondoc.plan.organisation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the first sheet of an .xlsx file: three columns at most, days as Excel counts them. Small on purpose, and bounded: whatever a
 * file unpacks to, no more than a few megabytes of it are looked at, and no document type is followed.
 */
final class SheetRows {

    private static final int MOST_BYTES = 4_000_000;
    private static final int MOST_ROWS = 1000;
    private static final int COLUMNS = 3;
    /** Day 0 of Excel, which takes 1900 for a leap year. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final XMLInputFactory XML = factory();

    private SheetRows() {}

    /** @throws IOException where it is no such file */
    static List<List<String>> read(byte[] file) throws IOException {
        byte @Nullable [] sheet = null;
        List<String> shared = List.of();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/sharedStrings.xml")) {
                    shared = shared(bounded(zip));
                } else if (entry.getName().startsWith("xl/worksheets/sheet") && sheet == null) {
                    sheet = bounded(zip);
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
        if (sheet == null) {
            throw new IOException("There is no sheet");
        }
        return rows(sheet, shared);
    }

    private static byte[] bounded(InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("Too much is in the sheet");
        }
        return bytes;
    }

    private static List<String> shared(byte[] xml) throws XMLStreamException {
        var found = new ArrayList<String>();
        var text = new StringBuilder();
        var reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (reader.getLocalName().equals("si")) {
                        text.setLength(0);
                    } else if (reader.getLocalName().equals("t")) {
                        text.append(reader.getElementText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (reader.getLocalName().equals("si")) {
                        found.add(text.toString());
                    }
                }
                default -> { }
            }
        }
        return found;
    }

    private static List<List<String>> rows(byte[] xml, List<String> shared) throws IOException {
        var rows = new ArrayList<List<String>>();
        try {
            var reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext() && rows.size() < MOST_ROWS) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("row")) {
                    rows.add(row(reader, shared));
                }
            }
        } catch (XMLStreamException | IndexOutOfBoundsException | NumberFormatException broken) {
            throw new IOException(broken);
        }
        return rows;
    }

    private static List<String> row(XMLStreamReader reader, List<String> shared) throws XMLStreamException {
        var cells = new ArrayList<>(List.of("", "", ""));
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c")) {
                var place = column(reader.getAttributeValue(null, "r"));
                var kind = reader.getAttributeValue(null, "t");
                var value = value(reader);
                if (place < COLUMNS) {
                    cells.set(place, said(value, kind, place, shared));
                }
            }
        }
        return List.copyOf(cells);
    }

    private static String value(XMLStreamReader reader) throws XMLStreamException {
        var value = new StringBuilder();
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT && (reader.getLocalName().equals("v") || reader.getLocalName().equals("t"))) {
                value.append(reader.getElementText());
            }
        }
        return value.toString();
    }

    private static String said(String value, @Nullable String kind, int place, List<String> shared) {
        if ("s".equals(kind)) {
            return shared.get(Integer.parseInt(value));
        }
        var serial = (kind == null || kind.equals("n")) && place == 0 && value.matches("\\d{4,6}(\\.0+)?");
        return serial ? EPOCH.plusDays((long) Double.parseDouble(value)).toString() : value;
    }

    /** "B7" is 1. */
    private static int column(@Nullable String reference) {
        return reference == null || reference.isEmpty() || reference.length() > 1 && Character.isLetter(reference.charAt(1))
                ? COLUMNS : reference.charAt(0) - 'A';
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
