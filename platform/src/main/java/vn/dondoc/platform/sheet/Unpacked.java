package vn.dondoc.platform.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The parts of an .xlsx file that say something, unpacked within bounds that hold for all of it, also for what is not kept. */
record Unpacked(Map<String, byte[]> parts) {

    private static final int MOST_ENTRIES = 500;
    private static final long MOST_BYTES = 60_000_000;
    private static final int CHUNK = 16_384;

    static Unpacked of(byte[] file) throws UnreadableWorkbook {
        if (file.length > 7 && (file[0] & 0xff) == 0xd0 && (file[1] & 0xff) == 0xcf) {
            // The container of an old .xls and of a workbook with a password
            throw new UnreadableWorkbook("FILE_ENCRYPTED");
        } else if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw new UnreadableWorkbook("NOT_A_WORKBOOK");
        }
        var parts = new HashMap<String, byte[]>();
        long left = MOST_BYTES;
        int entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                if (++entries > MOST_ENTRIES) {
                    throw new UnreadableWorkbook("ARCHIVE_BOMB");
                } else if (name.endsWith("vbaProject.bin")) {
                    throw new UnreadableWorkbook("MACROS");
                }
                var kept = isKept(name) ? new ByteArrayOutputStream() : null;
                left -= drain(zip, kept, left);
                if (kept != null) {
                    parts.put(name, kept.toByteArray());
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableWorkbook("FILE_CORRUPT");
        }
        return new Unpacked(parts);
    }

    private static boolean isKept(String name) {
        return name.equals("xl/workbook.xml") || name.equals("xl/_rels/workbook.xml.rels") || name.equals("xl/sharedStrings.xml")
                || name.startsWith("xl/worksheets/") && name.endsWith(".xml");
    }

    private static long drain(InputStream in, @Nullable ByteArrayOutputStream kept, long most) throws IOException, UnreadableWorkbook {
        var chunk = new byte[CHUNK];
        long count = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            count += read;
            if (count > most) {
                throw new UnreadableWorkbook("ARCHIVE_BOMB");
            }
            if (kept != null) {
                kept.write(chunk, 0, read);
            }
        }
        return count;
    }

    byte @Nullable [] part(String name) {
        return parts.get(name);
    }
}
