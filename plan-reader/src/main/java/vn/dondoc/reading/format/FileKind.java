package vn.dondoc.reading.format;

import java.util.Locale;
import java.util.Set;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.ocr.Recogniser;

/** The formats that are read, told by how their files begin and by what a package holds. */
enum FileKind {
    DOCX(Set.of("docx", "dotx")),
    XLSX(Set.of("xlsx")),
    DOC(Set.of("doc", "dot")),
    XLS(Set.of("xls")),
    PDF(Set.of("pdf")),
    IMAGE(Set.of("png", "jpg", "jpeg", "tif", "tiff")),
    TEXT(Set.of("txt", "md", "text", "markdown", "csv", "tsv", ""));

    private final Set<String> extensions;

    FileKind(Set<String> extensions) {
        this.extensions = extensions;
    }

    /** The recogniser reads what is a picture. */
    Extractor extractor(Recogniser recogniser) {
        return switch (this) {
            case DOCX -> new DocxExtractor();
            case XLSX, XLS -> new SheetExtractor();
            case DOC -> new DocExtractor();
            case PDF -> new PdfExtractor(recogniser);
            case IMAGE -> new ImageExtractor(recogniser);
            case TEXT -> new TextExtractor();
        };
    }

    boolean fits(String name) {
        int dot = name.lastIndexOf('.');
        return extensions.contains(dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Throws {@link UnreadableException} for a file of another kind, with macros or with a password. */
    static FileKind of(byte[] file) {
        if (starts(file, 'P', 'K', 3, 4)) {
            return Packages.kindOf(file);
        }
        if (starts(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OldOffice.kindOf(file);
        }
        if (starts(file, '%', 'P', 'D', 'F')) {
            return PDF;
        }
        if (starts(file, 0x89, 'P', 'N', 'G') || starts(file, 0xFF, 0xD8, 0xFF) || starts(file, 'I', 'I', 42, 0) || starts(file, 'M', 'M', 0, 42)) {
            return IMAGE;
        }
        if (starts(file, '{', '\\', 'r', 't', 'f')) {
            throw new UnreadableException(UnreadableCode.TYPE_UNKNOWN, "rich text format");
        }
        return TEXT;
    }

    private static boolean starts(byte[] file, int... first) {
        if (file.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((file[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
