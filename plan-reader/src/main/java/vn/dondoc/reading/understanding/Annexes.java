package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Roman;
import vn.dondoc.reading.text.Search;

/** Annexes of a document: which its text refers to, which it holds. "Phụ lục 1" and "Phụ lục I" are the same. */
final class Annexes {

    private static final Pattern HEADING = Pattern.compile(
            "^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU|DANH MỤC KÈM THEO)(?:\\s+(?:SỐ|số))?\\s*([IVX]{1,5}|\\d{1,2}|[A-H])?"
                    + "(?:\\s*[.:)\\-–]\\s*.*|\\s+\\p{Lu}{2}.*|\\s*\\(.*|\\s*)$");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![\\p{L}])phụ (?:lục|biểu)(?:\\s+số)?((?:\\s*(?:,|và|-)?\\s*(?:(?<![\\p{L}])[ivx]{1,5}(?![\\p{L}\\d])|(?<!\\d)\\d{1,2}(?![\\p{L}\\d])))*)(?<after>.{0,90})");
    private static final Pattern NUMBER = Pattern.compile("[ivx]{1,5}|\\d{1,2}");
    private static final Pattern OF_ANOTHER = Pattern.compile(
            "^[\\s,)]*(?:(?:ban hành )?kèm theo|của|tại|thuộc)?\\s*(?:nghị định|thông tư|quyết định số|nghị quyết số|công văn|kế hoạch số|luật|hướng dẫn số)");

    private Annexes() {
    }

    static boolean isHeading(String text) {
        return text.length() <= 240 && Search.matches(HEADING, text);
    }

    /** Its number, 0 where the heading gives none. */
    static int numberOf(String heading) {
        Matcher matcher = HEADING.matcher(heading);
        return matcher.matches() && matcher.group(1) != null ? value(matcher.group(1)) : 0;
    }

    /** Numbers of the annexes that a sentence refers to; 0 for an annex without a number. */
    static List<Integer> references(String sentence) {
        List<Integer> numbers = new ArrayList<>();
        Matcher reference = Search.in(REFERENCE, Fold.fold(sentence));
        int at = 0;
        while (reference.find(at)) {
            at = reference.start("after");
            if (Search.finds(OF_ANOTHER, reference.group("after"))) {
                continue;
            }
            Matcher number = Search.in(NUMBER, reference.group(1));
            boolean named = false;
            while (number.find()) {
                numbers.add(value(number.group()));
                named = true;
            }
            if (!named) {
                numbers.add(0);
            }
        }
        return numbers;
    }

    private static int value(String printed) {
        if (Character.isDigit(printed.charAt(0))) {
            return Integer.parseInt(printed);
        }
        int roman = Roman.value(printed);
        return roman > 0 ? roman : Character.toUpperCase(printed.charAt(0)) - 'A' + 1;
    }
}
