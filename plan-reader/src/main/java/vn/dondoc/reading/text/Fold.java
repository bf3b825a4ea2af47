package vn.dondoc.reading.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Text made comparable without changing its length, so that a place found in the folded text is the same place in the
 * printed one: lower case, one kind of dash and quote, and one placement of the tone mark ("hoá" as "hóa").
 */
public final class Fold {

    private static final String[] OLD_TONES = {
        "oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"};
    private static final String[] NEW_TONES = {
        "òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"};
    private static final Map<String, String> TONES = new HashMap<>();

    static {
        for (int i = 0; i < OLD_TONES.length; i++) {
            TONES.put(OLD_TONES[i], NEW_TONES[i]);
        }
    }

    private Fold() {
    }

    /** Same length as the text given. */
    public static String fold(String text) {
        char[] chars = new char[text.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = foldChar(text.charAt(i));
        }
        for (int i = 0; i + 1 < chars.length; i++) {
            placeTone(chars, i);
        }
        return new String(chars);
    }

    /** For comparing names: folded, and without punctuation and doubled spaces. */
    public static String key(String text) {
        return fold(text).replaceAll("[^\\p{L}\\p{N}%]+", " ").strip();
    }

    private static void placeTone(char[] chars, int at) {
        if (chars[at] != 'o' && chars[at] != 'u') {
            return;
        }
        boolean closed = at + 2 < chars.length && Character.isLetter(chars[at + 2]);
        boolean afterQ = at > 0 && chars[at - 1] == 'q';
        String placed = closed || afterQ ? null : TONES.get(new String(chars, at, 2));
        if (placed != null) {
            chars[at] = placed.charAt(0);
            chars[at + 1] = placed.charAt(1);
        }
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
