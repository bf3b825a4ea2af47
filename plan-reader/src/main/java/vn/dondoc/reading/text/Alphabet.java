package vn.dondoc.reading.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of Vietnamese texts by numbers; all others share one. */
final class Alphabet {

    private static final String KNOWN = range(0, 0x1B4) + range(0x1EA0, 0x1EF9) + range(0x2010, 0x2026);
    static final int OTHER = KNOWN.length();
    static final int SIZE = OTHER + 1;

    private static final short[] NUMBERS = new short[0x2027];
    private static final BitSet[] LETTERS = new BitSet[SIZE];
    private static final Map<String, BitSet> CLASSES = new ConcurrentHashMap<>();

    static {
        Arrays.fill(NUMBERS, (short) OTHER);
        for (int i = 0; i < SIZE; i++) {
            LETTERS[i] = new BitSet(SIZE);
            LETTERS[i].set(i);
        }
        for (int i = 0; i < KNOWN.length(); i++) {
            NUMBERS[KNOWN.charAt(i)] = (short) i;
        }
    }

    private Alphabet() {
    }

    private static String range(int first, int last) {
        StringBuilder range = new StringBuilder();
        for (int c = first; c <= last; c++) {
            range.append((char) c);
        }
        return range.toString();
    }

    static int numberOf(char c) {
        return c < NUMBERS.length ? NUMBERS[c] : OTHER;
    }

    /** Of a class as patterns write it, such as {@code [a-z]} or {@code \p{L}}; what is not known may belong to it. */
    static BitSet ofClass(String written, boolean anyCase) {
        return CLASSES.computeIfAbsent((anyCase ? "i" : "c") + written, key -> {
            BitSet numbers = new BitSet(SIZE);
            numbers.set(OTHER);
            Matcher matcher = Pattern.compile(written, Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)).matcher(KNOWN);
            while (matcher.find()) {
                numbers.set(matcher.start());
            }
            return numbers;
        });
    }

    /** Unlike for a class it is known of most letters that nothing else is the same. */
    static BitSet ofLetter(char letter, boolean anyCase) {
        return anyCase ? ofClass(Pattern.quote(String.valueOf(letter)), true) : LETTERS[numberOf(letter)];
    }
}
