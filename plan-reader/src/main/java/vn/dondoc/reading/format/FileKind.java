package vn.dondoc.reading.format;

import java.util.Locale;
import java.util.Set;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;

/** The formats that are read, told by how their files begin and by what a package holds. */
enum FileKind {
    DOCX(Set.of("docx", "dotx"), new DocxExtractor()),
    XLSX(Set.of("xlsx"), new SheetExtractor()),
    DOC(Set.of("doc", "dot"), new DocExtractor()),
    XLS(Set.of("xls"), new SheetExtractor()),
    PDF(Set.of("pdf"), new PdfExtractor()),
    TEXT(Set.of("txt", "md", "text", "markdown", "csv", "tsv", ""), new TextExtractor());

    private final Set<String> extensions;
    private final Extractor extractor;

    FileKind(Set<String> extensions, Extractor extractor) {
        this.extensions = extensions;
        this.extractor = extractor;
    }

    Extractor extractor() {
        return extractor;
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
            throw new UnreadableException(UnreadableCode.NO_TEXT, "an image");
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
