package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.xmlbeans.XmlException;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;

/**
 * The parts of a Word file that a reading needs: its body, its lists, and its styles as far as they are asked for. Themes, settings, pictures and
 * links are never opened; parsing the styles whole costs more than the text.
 */
final class DocxFile implements Closeable {

    private final OPCPackage zip;
    private final PackagePart main;
    private final DocxStyles styles;

    private DocxFile(OPCPackage zip) throws IOException, OpenXML4JException {
        this.zip = zip;
        this.main = main(zip);
        PackagePart part = part("styles");
        this.styles = part == null ? DocxStyles.NONE : new DocxStyles(part.getInputStream());
    }

    static DocxFile open(byte[] file) throws IOException, OpenXML4JException {
        OPCPackage zip = OPCPackage.open(new ByteArrayInputStream(file));
        try {
            return new DocxFile(zip);
        } catch (IOException | OpenXML4JException | RuntimeException broken) {
            zip.revert();
            throw broken;
        }
    }

    private static PackagePart main(OPCPackage zip) {
        for (PackageRelationship relationship : zip.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)) {
            PackagePart part = zip.getPart(relationship);
            if (part != null) {
                return part;
            }
        }
        throw new UnreadableException(UnreadableCode.FILE_CORRUPT, "no document in the package");
    }

    CTBody body() throws IOException, XmlException {
        try (InputStream xml = main.getInputStream()) {
            CTBody body = DocumentDocument.Factory.parse(xml, POIXMLTypeLoader.DEFAULT_XML_OPTIONS).getDocument().getBody();
            if (body == null) {
                throw new UnreadableException(UnreadableCode.FILE_CORRUPT, "no body in the document");
            }
            return body;
        }
    }

    /** Null where the document has no lists of Word. */
    @Nullable CTNumbering numbering() throws IOException, OpenXML4JException, XmlException {
        PackagePart part = part("numbering");
        if (part == null) {
            return null;
        }
        try (InputStream xml = part.getInputStream()) {
            return NumberingDocument.Factory.parse(xml, POIXMLTypeLoader.DEFAULT_XML_OPTIONS).getNumbering();
        }
    }

    DocxStyles styles() {
        return styles;
    }

    /** The part of the package that the document names as its styles, numbering …; never one outside of it. */
    private @Nullable PackagePart part(String kind) throws OpenXML4JException {
        for (PackageRelationship relationship : main.getRelationships()) {
            boolean named = relationship.getRelationshipType().toLowerCase(Locale.ROOT).endsWith("/" + kind);
            if (named && relationship.getTargetMode() == TargetMode.INTERNAL) {
                return main.getRelatedPart(relationship);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        styles.close();
        zip.revert();
    }
}
