package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;

/** Looks through a zipped office file before a library opens it: what it is, how large it unpacks, whether it carries macros. */
final class Packages {

    /** Unpacked bytes beyond which a file is refused; a plan of 60 pages with annexes unpacks to some 5 MB. */
    private static final long MOST_UNPACKED = 60L * 1024 * 1024;
    private static final long MOST_OF_XML = 24L * 1024 * 1024;
    private static final int MOST_ENTRIES = 3000;
    private static final int SUSPICIOUS_RATIO = 200;
    private static final long RATIO_MATTERS_FROM = 4L * 1024 * 1024;

    private Packages() {
    }

    static FileKind kindOf(byte[] file) {
        FileKind kind = null;
        long unpacked = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (++entries > MOST_ENTRIES) {
                    throw new UnreadableException(UnreadableCode.ARCHIVE_BOMB, "more than " + MOST_ENTRIES + " entries");
                }
                if (name.endsWith("vbaproject.bin")) {
                    throw new UnreadableException(UnreadableCode.MACROS, entry.getName());
                }
                FileKind told = kindOf(name);
                kind = told == null ? kind : told;
                unpacked += size(zip, name, file.length);
                if (unpacked > MOST_UNPACKED) {
                    throw new UnreadableException(UnreadableCode.ARCHIVE_BOMB, "unpacks to more than " + MOST_UNPACKED + " bytes");
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableException(UnreadableCode.FILE_CORRUPT, String.valueOf(broken.getMessage()));
        }
        if (kind == null) {
            throw new UnreadableException(entries == 0 ? UnreadableCode.FILE_CORRUPT : UnreadableCode.TYPE_UNKNOWN, "an archive without a document");
        }
        return kind;
    }

    private static @Nullable FileKind kindOf(String entry) {
        return switch (entry) {
            case "word/document.xml" -> FileKind.DOCX;
            case "xl/workbook.xml" -> FileKind.XLSX;
            default -> null;
        };
    }

    private static long size(InputStream entry, String name, int packed) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long size = 0;
        for (int read = entry.read(buffer); read >= 0; read = entry.read(buffer)) {
            size += read;
            boolean tooLarge = size > MOST_UNPACKED || name.endsWith(".xml") && size > MOST_OF_XML;
            if (tooLarge || size > RATIO_MATTERS_FROM && size / Math.max(1, packed) > SUSPICIOUS_RATIO) {
                throw new UnreadableException(UnreadableCode.ARCHIVE_BOMB, name + " unpacks to more than " + size + " bytes");
            }
        }
        return size;
    }
}
