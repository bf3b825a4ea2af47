package vn.dondoc.reading.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text made comparable without changing its length, so that a place found in the folded text is the same place in the
 * printed one: lower case, one kind of dash and quote, and one placement of the tone mark ("hoá" as "hóa").
 */
public final class Fold {

    private static final String[] OLD_TONES = {
        "oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"};
    private static final String[] NEW_TONES = {
        "òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"};
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}%]+");
    private static final Map<String, String> TONES = new HashMap<>();

    /** Latin letters with their Vietnamese extensions, marks and dashes. */
    private static final char[] FOLDED = new char[0x2040];

    static {
        for (char c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = foldChar(c);
        }
        for (int i = 0; i < OLD_TONES.length; i++) {
            TONES.put(OLD_TONES[i], NEW_TONES[i]);
        }
    }

    private Fold() {
    }

    /** Same length as the text given. */
    public static String fold(String text) {
        char[] chars = text.toCharArray();
        boolean changed = false;
        for (int i = 0; i < chars.length; i++) {
            char folded = chars[i] < FOLDED.length ? FOLDED[chars[i]] : foldChar(chars[i]);
            changed |= folded != chars[i];
            chars[i] = folded;
        }
        for (int i = 0; i + 1 < chars.length; i++) {
            changed |= (chars[i] == 'o' || chars[i] == 'u') && chars[i + 1] > '~' && placeTone(chars, i);
        }
        return changed ? new String(chars) : text;
    }

    /** For comparing names: folded, and without punctuation and doubled spaces. */
    public static String key(String text) {
        return BETWEEN_WORDS.matcher(fold(text)).replaceAll(" ").strip();
    }

    private static boolean placeTone(char[] chars, int at) {
        boolean closed = at + 2 < chars.length && Character.isLetter(chars[at + 2]);
        boolean afterQ = at > 0 && chars[at - 1] == 'q';
        String placed = closed || afterQ ? null : TONES.get(new String(chars, at, 2));
        if (placed != null) {
            chars[at] = placed.charAt(0);
            chars[at + 1] = placed.charAt(1);
        }
        return placed != null;
    }

    private static char foldChar(char c) {
        return switch (c) {
            case '–', '—', '−', '‐', '‑', '‒', '―' -> '-';
            case '“', '”', '„', '«', '»', '″' -> '"';
            case '‘', '’', '‚', '′' -> '\'';
            default -> Character.toLowerCase(c);
        };
    }
}
