package vn.dondoc.reading.format;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Counts automatic numbering as Word does, so that "2.1." stands in the text although the file does not hold it. */
final class DocxNumbers {

    private static final int LEVELS = 9;

    private final Map<BigInteger, int[]> counters = new HashMap<>();

    DocxNumbers(XWPFDocument word) {
        word.getNumbering();
    }

    /** The mark that Word shows before a paragraph, with a space after it; empty without one. */
    String before(XWPFParagraph paragraph) {
        BigInteger list = paragraph.getNumID();
        String format = paragraph.getNumFmt();
        if (list == null || list.signum() == 0 || format == null) {
            return "";
        }
        int level = paragraph.getNumIlvl() == null ? 0 : Math.clamp(paragraph.getNumIlvl().longValue(), 0, LEVELS - 1);
        int[] counts = counters.computeIfAbsent(list, id -> new int[LEVELS]);
        BigInteger start = paragraph.getNumStartOverride();
        counts[level] = counts[level] == 0 && start != null ? start.intValue() : counts[level] + 1;
        for (int below = level + 1; below < LEVELS; below++) {
            counts[below] = 0;
        }
        if (format.equals("bullet")) {
            return "- ";
        }
        String pattern = paragraph.getNumLevelText() == null ? "%" + (level + 1) + "." : paragraph.getNumLevelText();
        for (int i = 0; i <= level; i++) {
            pattern = pattern.replace("%" + (i + 1), printed(Math.max(1, counts[i]), i == level ? format : "decimal"));
        }
        return format.equals("none") ? "" : pattern + " ";
    }

    private static String printed(int number, String format) {
        return switch (format) {
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(java.util.Locale.ROOT);
            case "upperLetter" -> String.valueOf((char) ('A' + (number - 1) % 26));
            case "lowerLetter" -> String.valueOf((char) ('a' + (number - 1) % 26));
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            default -> String.valueOf(number);
        };
    }

    private static String roman(int number) {
        String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        return tens[number / 10 % 10] + ones[number % 10];
    }
}
