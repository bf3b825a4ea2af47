package vn.dondoc.reading.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Word 97 files byte by byte, since the library only changes such files: one piece of text, its end being that above and below the pages. */
final class RawOldWord {

    private static final int HEAD = 16_384;
    private static final int TABLE = 8_192;
    private static final int TEXT_AT = 2_048;
    /** Pages of 512 bytes that say how characters and paragraphs look. */
    private static final int PAGE = 512;
    private static final int CHARACTERS_AT = 8;
    private static final int PARAGRAPHS_AT = 9;
    private static final int PLACES = 154;

    private RawOldWord() {
    }

    /** Paragraphs end with a carriage return. */
    static byte[] of(String body, String margins) {
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer table = ByteBuffer.allocate(TABLE).order(ByteOrder.LITTLE_ENDIAN);
        String text = body + margins;
        int end = TEXT_AT + text.length() * 2;
        head.putShort(0, (short) 0xA5EC).putShort(2, (short) 0xC1).putShort(10, (short) 0x1200).putInt(14, 52).putInt(24, TEXT_AT).putInt(28, end);
        head.putShort(32, (short) 14).putShort(62, (short) 22).putShort(152, (short) 93);
        head.putInt(64, HEAD).putInt(76, body.length()).putInt(84, margins.length());
        head.put(TEXT_AT, text.getBytes(StandardCharsets.UTF_16LE));
        table.position(16).put((byte) 2).putInt(16).putInt(0).putInt(text.length()).putShort((short) 0).putInt(TEXT_AT).putShort((short) 0);
        place(head, 33, 16, 21);
        place(head, 31, 1_000, 600);
        pages(head, table, 12, 256, CHARACTERS_AT, end);
        pages(head, table, 13, 300, PARAGRAPHS_AT, end);
        return written(head.array(), table.array());
    }

    private static void pages(ByteBuffer head, ByteBuffer table, int place, int at, int page, int end) {
        table.putInt(at, TEXT_AT).putInt(at + 4, end).putInt(at + 8, page);
        place(head, place, at, 12);
        head.putInt(page * PAGE, TEXT_AT).putInt(page * PAGE + 4, end).put(page * PAGE + PAGE - 1, (byte) 1);
    }

    private static void place(ByteBuffer head, int number, int at, int length) {
        head.putInt(PLACES + number * 8, at).putInt(PLACES + number * 8 + 4, length);
    }

    private static byte[] written(byte[] head, byte[] table) {
        try (POIFSFileSystem container = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(head), "WordDocument");
            container.createDocument(new ByteArrayInputStream(table), "1Table");
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
