package vn.dondoc.reading.format;

import java.util.ArrayList;
import java.util.List;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The text of a Word paragraph as it is printed: inserted text counts, deleted text and the place that text was moved
 * from do not; field codes, hidden text and notes are left out. Text boxes anchored in it are kept apart.
 */
final class DocxText {

    private static final String DELETED = "del";
    private static final String MOVED_AWAY = "moveFrom";

    private final StringBuilder text = new StringBuilder();
    private final List<String> boxes = new ArrayList<>();
    private boolean bold;
    private boolean plain;

    private DocxText() {
    }

    static DocxText of(XmlObject paragraph) {
        DocxText read = new DocxText();
        read.children(paragraph.getDomNode());
        return read;
    }

    String text() {
        return text.toString();
    }

    /** Paragraphs of the text boxes anchored here. */
    List<String> boxes() {
        return boxes;
    }

    /** Whether something is written and all of it is bold. */
    boolean isBold() {
        return bold && !plain;
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                read(element);
            }
        }
    }

    private void read(Element element) {
        switch (String.valueOf(element.getLocalName())) {
            case "t" -> appendValue(element);
            case "tab", "ptab" -> text.append('\t');
            case "br", "cr" -> text.append('\n');
            case "noBreakHyphen" -> text.append('-');
            case "r" -> readRun(element);
            case "txbxContent" -> readBox(element);
            // One of them shows the same as the others
            case "AlternateContent" -> firstChild(element);
            case "pPr", "rPr", "sdtPr", "sdtEndPr", "tcPr", DELETED, MOVED_AWAY, "delText", "instrText", "footnoteReference", "endnoteReference", "commentReference" -> { }
            default -> children(element);
        }
    }

    private void firstChild(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element first) {
                children(first);
                return;
            }
        }
    }

    private void readRun(Element run) {
        Element properties = property(run, "rPr");
        if (properties == null || property(properties, "vanish") == null) {
            int from = text.length();
            children(run);
            if (!text.substring(from).isBlank()) {
                boolean strong = properties != null && isOn(property(properties, "b"));
                bold |= strong;
                plain |= !strong;
            }
        }
    }

    private static @Nullable Element property(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    private static boolean isOn(@Nullable Element switched) {
        String value = switched == null ? "0" : switched.getAttributeNS(switched.getNamespaceURI(), "val");
        return value.isEmpty() || value.equals("1") || value.equals("true") || value.equals("on");
    }

    private void readBox(Element box) {
        for (Node child = box.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("p".equals(child.getLocalName())) {
                DocxText inner = new DocxText();
                inner.children(child);
                boxes.add(inner.text());
                boxes.addAll(inner.boxes());
            }
        }
    }

    private void appendValue(Element value) {
        for (Node child = value.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
    }
}
