package vn.dondoc.reading.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;

/**
 * Which list a style of a Word file belongs to. The file is read no further than to the style asked for: those of text come first, and the long
 * ones of tables after them.
 */
final class DocxStyles implements Closeable {

    static final DocxStyles NONE = new DocxStyles(InputStream.nullInputStream());

    private static final int DEEPEST = 10;

    /** A place in a list; the list is null where only the level is told. */
    record Numbered(@Nullable String list, int level) {
    }

    private record Known(@Nullable String basedOn, @Nullable Numbered numbered) {
    }

    private final InputStream xml;
    private final Map<String, Known> known = new HashMap<>();
    private @Nullable XMLStreamReader reader;
    private boolean ended;

    DocxStyles(InputStream xml) {
        this.xml = xml;
        this.ended = false;
    }

    /** Of the style itself, else of one that it is based on; null where it belongs to no list. */
    @Nullable Numbered numbered(String style) {
        String id = style;
        for (int depth = 0; id != null && depth < DEEPEST; depth++) {
            Known found = known.get(id);
            while (found == null && readNext()) {
                found = known.get(id);
            }
            if (found == null || found.numbered() != null) {
                return found == null ? null : found.numbered();
            }
            id = found.basedOn();
        }
        return null;
    }

    private boolean readNext() {
        try {
            XMLStreamReader from = reader;
            if (from == null && !ended && this != NONE) {
                from = XMLHelper.newXMLInputFactory().createXMLStreamReader(xml);
                reader = from;
            }
            while (from != null && !ended) {
                if (!from.hasNext()) {
                    ended = true;
                } else if (from.next() == XMLStreamConstants.START_ELEMENT && from.getLocalName().equals("style")) {
                    readStyle(from);
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, "styles: " + broken.getMessage());
        }
    }

    private void readStyle(XMLStreamReader from) throws XMLStreamException {
        String id = value(from, "styleId");
        String basedOn = null;
        String list = null;
        int level = 0;
        boolean listed = false;
        for (int depth = 1; depth > 0;) {
            int event = from.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (from.getLocalName()) {
                    case "basedOn" -> basedOn = value(from, "val");
                    case "numPr" -> listed = true;
                    case "numId" -> list = value(from, "val");
                    case "ilvl" -> level = DocxNumbers.number(value(from, "val"));
                    default -> { }
                }
            }
        }
        if (id != null) {
            known.putIfAbsent(id, new Known(basedOn, listed ? new Numbered(list, level) : null));
        }
    }

    private static @Nullable String value(XMLStreamReader from, String attribute) {
        for (int i = 0; i < from.getAttributeCount(); i++) {
            if (from.getAttributeLocalName(i).equals(attribute)) {
                return from.getAttributeValue(i);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
