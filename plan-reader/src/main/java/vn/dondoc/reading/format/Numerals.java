package vn.dondoc.reading.format;

import java.util.Locale;

/** Numbers of lists as word processors print them. */
final class Numerals {

    private static final String[] TENS = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
    private static final String[] ONES = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};

    private Numerals() {
    }

    /** In a format by its name in Word files; an unknown one is printed in figures. */
    static String printed(int number, String format) {
        return switch (format) {
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> String.valueOf((char) ('A' + Math.floorMod(number - 1, 26)));
            case "lowerLetter" -> String.valueOf((char) ('a' + Math.floorMod(number - 1, 26)));
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            default -> String.valueOf(number);
        };
    }

    private static String roman(int number) {
        return TENS[Math.floorMod(number / 10, 10)] + ONES[Math.floorMod(number, 10)];
    }
}
