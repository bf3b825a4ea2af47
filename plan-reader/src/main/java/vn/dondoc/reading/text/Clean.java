package vn.dondoc.reading.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Brings the characters of a file to one form: NFC, plain spaces, no invisible characters, no private-use bullets. */
public final class Clean {

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
        StringBuilder kept = new StringBuilder(clean.length());
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c != '\n' || i == 0 || clean.charAt(i - 1) != '\r') {
                append(c, kept);
            }
        }
        return kept.toString();
    }

    private static void append(char c, StringBuilder kept) {
        switch (c) {
            case '\n', '\r', '\u000B', '\f', '\u2028' -> kept.append('\n');
            case '\u00A0', '\u1680', '\u202F', '\u205F', '\u3000' -> kept.append(' ');
            case '•', '●', '▪', '◦', '‣', '■', '□', '➢', '➤', '✓', '❖', '◆', '♦', '\u2011' -> kept.append('-');
            // The Icelandic eth is typed for the Vietnamese d with stroke by some keyboards and old fonts
            case '\u00D0' -> kept.append('Đ');
            case '\u00F0' -> kept.append('đ');
            case '\u00AD', '\u2060', '\uFEFF', '\u007F' -> { }
            default -> {
                if (c >= '\u2000' && c <= '\u200A') {
                    kept.append(' ');
                } else if (c >= '\uF000' && c <= '\uF0FF') {
                    kept.append('-');
                } else if (!isInvisible(c)) {
                    kept.append(c);
                }
            }
        }
    }

    private static boolean isInvisible(char c) {
        return c >= '\u200B' && c <= '\u200F' || c >= '\u202A' && c <= '\u202E' || c < ' ' && c != '\t';
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

    /** Whether a text is one line already, as {@link #line} would give it. */
    static boolean isOneLine(String text) {
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
        if (isOneLine(text)) {
            return text;
        }
        return MANY_SPACES.matcher(characters(text)).replaceAll(" ").strip();
    }
}
