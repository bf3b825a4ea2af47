package vn.dondoc.reading.text;

/** Takes marks and white space off the ends of a text. */
public final class Edges {

    private static final String WHITE = " \t\n\u000B\f\r";

    private Edges() {
    }

    /** Without any of the marks, or white space, at its end. */
    public static String endOff(String text, String marks) {
        int end = text.length();
        while (end > 0 && isOff(text.charAt(end - 1), marks)) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Without any of the marks, or white space, at its beginning. */
    public static String beginOff(String text, String marks) {
        int begin = 0;
        while (begin < text.length() && isOff(text.charAt(begin), marks)) {
            begin++;
        }
        return text.substring(begin);
    }

    private static boolean isOff(char c, String marks) {
        return WHITE.indexOf(c) >= 0 || marks.indexOf(c) >= 0;
    }
}
