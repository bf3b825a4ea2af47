package vn.dondoc.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** What an answer says, in one text: workbooks, documents and archives are opened, and what they hold is read. */
public final class Answered {

    private static final int DEEPEST = 3;

    private Answered() {}

    public static String text(byte[] body) {
        return text(body, 0);
    }

    private static String text(byte[] body, int depth) {
        var plain = new String(body, StandardCharsets.UTF_8);
        if (depth == DEEPEST || body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return plain;
        }
        var all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append('\n').append(text(zip.readAllBytes(), depth + 1)).append('\n');
            }
            return all.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
