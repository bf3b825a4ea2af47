package vn.dondoc.reading.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Brings the characters of a file to one form: NFC, plain spaces, no invisible characters, no private-use bullets. */
public final class Clean {

    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060\\uFEFF]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]");
    private static final Pattern BULLET = Pattern.compile("[\\uF000-\\uF0FF•●▪◦‣■□➢➤✓❖◆♦]");
    private static final Pattern MANY_SPACES = Pattern.compile("[ \\t\\n]+");

    private Clean() {
    }

    /** Line breaks and tabs stay. */
    public static String characters(String text) {
        if (isPlain(text)) {
            return text;
        }
        String clean = text;
        if (!Normalizer.isNormalized(clean, Normalizer.Form.NFC)) {
            clean = Normalizer.normalize(clean, Normalizer.Form.NFC);
        }
        clean = clean.replace("\r\n", "\n").replace('\r', '\n').replace('\u000B', '\n').replace('\u2028', '\n').replace('\f', '\n');
        clean = INVISIBLE.matcher(clean).replaceAll("");
        clean = SPACES.matcher(clean).replaceAll(" ");
        clean = CONTROL.matcher(clean).replaceAll("");
        clean = BULLET.matcher(clean).replaceAll("-");
        // The Icelandic eth is typed for the Vietnamese d with stroke by some keyboards and old fonts
        return clean.replace('\u00D0', 'Đ').replace('\u00F0', 'đ').replace('\u2011', '-');
    }

    /** Most texts hold nothing but letters, figures and common marks: they are left as they are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ascii = c >= ' ' && c <= '~' || c == '\n' || c == '\t';
            boolean letter = c >= '\u00C0' && c <= '\u01B0' && c != '\u00D0' && c != '\u00F0' || c >= '\u1EA0' && c <= '\u1EF9';
            boolean mark = c == '–' || c == '—' || c == '“' || c == '”' || c == '…';
            if (!ascii && !letter && !mark) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNoSpaceToSpare(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t' || c == ' ' && (i == 0 || i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
                return false;
            }
        }
        return isPlain(text);
    }

    /** One line without doubled spaces. */
    public static String line(String text) {
        if (hasNoSpaceToSpare(text)) {
            return text;
        }
        return MANY_SPACES.matcher(characters(text)).replaceAll(" ").strip();
    }
}
