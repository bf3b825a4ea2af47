package vn.dondoc.reading.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * Takes up a font without its map of characters where that names more of them than a font can have: PDFBox would count through all of them,
 * for minutes, which the fuzzed files of the tests do.
 */
final class CheckedFont extends SetFontAndSize {

    private static final int LARGEST_MAP = 4_000_000;
    private static final long MOST_CHARACTERS = 0xFFFF;
    private static final int MOST_DIGITS = 8;
    private static final Pattern RANGES = Pattern.compile("(?s)beginbfrange(.*?)(?:endbfrange|\\z)");
    /** First code, last code, and what they stand for. */
    private static final Pattern RANGE = Pattern.compile("<([^<>]*)>\\s*<([^<>]*)>\\s*(?:<[^<>]*>|\\[[^\\]]*\\])");

    /** Maps of this document that are known to end: a page takes its fonts up hundreds of times. */
    private final Set<COSStream> sound = Collections.newSetFromMap(new IdentityHashMap<>());

    CheckedFont(PDFStreamEngine engine) {
        super(engine);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        var resources = getContext().getResources();
        if (!operands.isEmpty() && operands.getFirst() instanceof COSName name && resources != null) {
            var fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
            var font = fonts == null ? null : fonts.getCOSDictionary(name);
            if (font != null) {
                check(font);
            }
        }
        super.process(operator, operands);
    }

    /** Takes the map of characters away where it is endless. */
    void check(COSDictionary font) throws IOException {
        check(font, COSName.TO_UNICODE);
        check(font, COSName.ENCODING);
    }

    private void check(COSDictionary font, COSName key) throws IOException {
        if (!(font.getDictionaryObject(key) instanceof COSStream map) || sound.contains(map)) {
            return;
        }
        if (isEndless(map)) {
            font.removeItem(key);
        } else {
            sound.add(map);
        }
    }

    static boolean isEndless(COSStream map) throws IOException {
        byte[] bytes;
        try (InputStream text = map.createInputStream()) {
            bytes = text.readNBytes(LARGEST_MAP + 1);
        }
        return bytes.length > LARGEST_MAP || RANGES.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).results()
                .flatMap(ranges -> RANGE.matcher(ranges.group(1)).results())
                .anyMatch(range -> span(range.group(1), range.group(2)) > MOST_CHARACTERS);
    }

    /** How many characters lie between two codes; a code that is none is as far away as can be. */
    private static long span(String first, String last) {
        try {
            return code(last) - code(first);
        } catch (NumberFormatException noCode) {
            return Long.MAX_VALUE;
        }
    }

    private static long code(String digits) {
        var plain = digits.replaceAll("\\s", "");
        if (plain.length() > MOST_DIGITS) {
            throw new NumberFormatException();
        }
        return plain.isEmpty() ? 0 : Long.parseLong(plain, 16);
    }
}
