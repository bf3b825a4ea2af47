package vn.dondoc.reading.format;

import java.util.Locale;
import vn.dondoc.reading.SourceFile;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.ocr.Recogniser;
import vn.dondoc.reading.text.TextDocument;

/** Chooses the reader of a format by the content of the file, not by its name. */
public final class Formats {

    /** The largest file read, in bytes; uploads end below. */
    static final int LARGEST = 40 * 1024 * 1024;

    /** A document with the kind of its file and whether the name of the file said so. */
    public record Extracted(TextDocument document, String kind, boolean nameFits) {
    }

    private Formats() {
    }

    /** Throws {@link UnreadableException} with the reason where nothing can be read. */
    public static Extracted extract(SourceFile file, Recogniser recogniser) {
        if (file.bytes().length == 0) {
            throw new UnreadableException(UnreadableCode.EMPTY_FILE, "0 bytes");
        }
        if (file.bytes().length > LARGEST) {
            throw new UnreadableException(UnreadableCode.TOO_LARGE, file.bytes().length + " bytes");
        }
        FileKind kind = FileKind.of(file.bytes());
        TextDocument document = kind.extractor(recogniser).extract(file.bytes());
        if (document.blocks().isEmpty()) {
            throw new UnreadableException(kind == FileKind.TEXT ? UnreadableCode.EMPTY_FILE : UnreadableCode.NO_TEXT, "no text in the file");
        }
        Secrecy.refuse(document, kind, file.bytes());
        return new Extracted(document, kind.name().toLowerCase(Locale.ROOT), kind.fits(file.name()));
    }
}
