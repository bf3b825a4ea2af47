package vn.dondoc.reading.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.dondoc.reading.UnreadableCode;
import vn.dondoc.reading.UnreadableException;
import vn.dondoc.reading.text.Clean;
import vn.dondoc.reading.text.TextDocument;

/** Plain text and Markdown as plan documents circulate: hard wrapped, with doubled line breaks, with tables of tabs or pipes. */
final class TextExtractor implements Extractor {

    @Override
    public TextDocument extract(byte[] file) {
        List<TextLine> lines = new ArrayList<>();
        int blanks = 0;
        for (String raw : TextColumns.apart(Clean.characters(decode(file)).split("\n", -1))) {
            TextLine line = TextLine.of(raw, blanks);
            if (line.isBlank()) {
                blanks++;
            } else if (!line.isDecoration()) {
                lines.add(line);
                blanks = 0;
            }
        }
        TextDocument.Builder document = new TextDocument.Builder();
        LineWidth width = LineWidth.of(lines);
        int at = 0;
        while (at < lines.size()) {
            int end = LineTables.end(lines, at);
            if (end > at) {
                document.table(LineTables.rows(lines.subList(at, end)), null);
            } else {
                end = proseEnd(lines, at);
                new LineJoiner(width).join(lines.subList(at, end), document);
            }
            at = end;
        }
        return document.build();
    }

    private static int proseEnd(List<TextLine> lines, int from) {
        int end = from + 1;
        while (end < lines.size() && LineTables.end(lines, end) == end) {
            end++;
        }
        return end;
    }

    private static String decode(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        }
        for (byte b : file) {
            if (b == 0) {
                throw new UnreadableException(UnreadableCode.TYPE_UNKNOWN, "binary content");
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, Charset.forName("windows-1258"));
        }
    }
}
