package vn.dondoc.reading.format;

import java.util.Locale;
import java.util.Set;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;

/** The formats that are read, told by how their files begin. */
enum FileKind {
    DOCX(Set.of("docx", "dotx"), new DocxExtractor()),
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

    static FileKind of(byte[] file) {
        if (starts(file, 'P', 'K')) {
            return DOCX;
        }
        if (starts(file, '%', 'P', 'D', 'F') || starts(file, 0xD0, 0xCF)) {
            throw new UnreadableException(UnreadableCode.TYPE_UNKNOWN, "format not read");
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
