package vn.dondoc.reading.understanding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/** Finds measured figures in a text: "đạt tối thiểu 80%", "≤ 3", "40 - 50", "dưới 2%". A range gives its lower end. */
final class Figures {

    /**
     * A figure with its comparison words; {@code unit} is "%" or the noun counted, empty where none is printed.
     *
     * @param from where the comparison words begin
     * @param number where the figure itself begins
     */
    record Figure(int from, int number, int to, String operator, BigDecimal value, String unit) {
    }

    private static final String WORDS = "phấn đấu|giảm(?= xuống| còn| dưới)|đạt|tối thiểu|ít nhất|tối đa|không quá|không vượt quá|dưới|trên|từ|khoảng|hơn|ở mức|mức|là|còn|xuống|lên(?=\\s+(?:đến|trên|mức|khoảng)|\\s*$)|thêm|tỷ lệ|tỉ lệ|và|có|đến|bằng|hoàn thành|duy trì|đảm bảo|bảo đảm|cơ bản|được";
    private static final Pattern COMPARISON = Pattern.compile("(?:(?:" + WORDS + ")\\s+)*(?:(?:" + WORDS + ")\\s*)?(?:≥|>=|>|≤|<=|<|=)?\\s*$");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d.,/])(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d+)|\\.(\\d{1,2})(?!\\d))?");
    private static final Pattern RANGE = Pattern.compile("^\\s*%?\\s*(?:-|đến)\\s*\\d+(?:[.,]\\d+)?(?=\\s*%|\\s|$)");
    private static final Pattern UPWARDS = Pattern.compile("^\\s*trở (?:lên|xuống)");
    private static final Pattern AT_MOST = Pattern.compile("không quá|không vượt quá|tối đa|dưới|≤|<=|<|xuống còn|giảm còn|không cao hơn|cao nhất|(?:trong nhóm|trong top|nhóm|top) $");

    private Figures() {
    }

    /** All numbers with what compares them, whatever they count. */
    static List<Figure> in(String text) {
        String folded = Fold.fold(text);
        List<Figure> figures = new ArrayList<>();
        Matcher number = Search.in(NUMBER, folded);
        int at = 0;
        while (at <= folded.length() && number.find(at)) {
            int back = Math.max(0, number.start() - 60);
            Matcher comparison = Search.in(COMPARISON, folded.substring(back, number.start()));
            int from = comparison.find() ? back + comparison.start() : number.start();
            from = wordStart(folded, from, number.start());
            int to = number.end();
            Matcher range = Search.in(RANGE, folded.substring(to));
            to = range.find() ? to + range.end() : to;
            boolean percent = folded.substring(to).matches("(?s)^\\s*%.*") || folded.substring(number.end()).matches("(?s)^\\s*%.*");
            if (percent && folded.substring(to).matches("(?s)^\\s*%.*")) {
                to = folded.indexOf('%', to) + 1;
            }
            Matcher upwards = Search.in(UPWARDS, folded.substring(to));
            to = upwards.find() ? to + upwards.end() : to;
            String words = folded.substring(Math.max(0, number.start() - 24), number.start());
            figures.add(new Figure(from, number.start(), to, operator(words), value(number), percent ? "%" : ""));
            at = Math.max(to, number.end());
        }
        return figures;
    }

    private static int wordStart(String folded, int from, int number) {
        int at = from;
        while (at < number && at > 0 && Character.isLetterOrDigit(folded.charAt(at - 1))) {
            int space = folded.indexOf(' ', at);
            at = space < 0 || space >= number ? number : space + 1;
        }
        return at;
    }

    static String operator(String foldedWords) {
        return Search.finds(AT_MOST, foldedWords) ? "<=" : ">=";
    }

    private static BigDecimal value(Matcher number) {
        String whole = number.group(1).replace(".", "");
        @Nullable String part = number.group(2) != null ? number.group(2) : number.group(3);
        BigDecimal value = new BigDecimal(part == null ? whole : whole + "." + part);
        return plain(value);
    }

    /** Without zeros at its end: 1.0 is 1. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
