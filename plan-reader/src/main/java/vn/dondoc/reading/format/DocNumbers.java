package vn.dondoc.reading.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hwpf.usermodel.HWPFList;

/** Counts the automatic numbers of Word 97 documents as Word does: the file holds only their form. */
final class DocNumbers {

    private static final int LEVELS = 9;
    private static final int BULLET = 23;
    private static final int NONE = 255;

    private final Map<Integer, int[]> counters = new HashMap<>();
    private final Set<String> restarted = new HashSet<>();

    /**
     * The mark that Word shows before a paragraph, with a space after it; empty without one.
     *
     * @param reference of the list, as the paragraph names it
     */
    String before(HWPFList list, int reference, int level) {
        int at = Math.clamp(level, 0, LEVELS - 1);
        int form = list.getNumberFormat((char) at);
        count(list, reference, at);
        String mark = list.getNumberText((char) at);
        if (form == BULLET) {
            return "- ";
        }
        return form == NONE || mark == null || mark.isBlank() ? "" : printed(list, mark) + " ";
    }

    /** Lists of one form count on, unless a list says where it starts. */
    private void count(HWPFList list, int reference, int level) {
        int[] counts = counters.computeIfAbsent(list.getLsid(), id -> new int[LEVELS]);
        boolean anew = list.isStartAtOverridden((char) level) && restarted.add(reference + "/" + level);
        counts[level] = anew || counts[level] == 0 ? list.getStartAt((char) level) : counts[level] + 1;
        for (int below = level + 1; below < LEVELS; below++) {
            counts[below] = 0;
        }
    }

    /** The characters 0 to 8 stand for the numbers of the levels. */
    private String printed(HWPFList list, String mark) {
        StringBuilder printed = new StringBuilder();
        int[] counts = counters.getOrDefault(list.getLsid(), new int[LEVELS]);
        for (char c : mark.toCharArray()) {
            if (c < LEVELS) {
                int number = counts[c] == 0 ? list.getStartAt(c) : counts[c];
                printed.append(Numerals.printed(number, nameOf(list.getNumberFormat(c))));
            } else {
                printed.append(c);
            }
        }
        return printed.toString().strip();
    }

    private static String nameOf(int form) {
        return switch (form) {
            case 1 -> "upperRoman";
            case 2 -> "lowerRoman";
            case 3 -> "upperLetter";
            case 4 -> "lowerLetter";
            case 22 -> "decimalZero";
            default -> "decimal";
        };
    }
}
