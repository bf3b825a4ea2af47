package vn.dondoc.reading.understanding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Search;

/** The words for rhythms: "hằng tháng", "mỗi quý", "3 tháng một lần". */
final class Rhythm {

    static final String EACH = "(?:hằng|hàng|mỗi|từng|định kỳ|theo)";
    private static final Pattern WORDS = Pattern.compile("(?:" + EACH + "\\s+){1,2}(?:(?:báo cáo|theo)\\s+)?(tuần|tháng|quý|quí|(?:0?6|sáu|0?3|ba|0?9|chín) tháng|nửa năm|năm)(?!\\p{L})"
            + "|((?:0?1|0?3|ba|0?6|sáu|một)\\s+(?:tháng|quý|năm|tuần))(?:\\s*/\\s*|\\s+)(?:một|01|1)?\\s*lần"
            + "|(tháng|quý|năm|tuần)\\s*/\\s*lần|(đột xuất)");

    private Rhythm() {
    }

    /** The first rhythm in a folded text, null where there is none. */
    static @Nullable String of(String folded) {
        Matcher matcher = Search.in(WORDS, folded);
        if (!matcher.find()) {
            return null;
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return named(matcher.group(group));
            }
        }
        return null;
    }

    /** The name in the form of a reading for a word like "quý" or "06 tháng". */
    static @Nullable String named(String word) {
        String w = word.replaceAll("\\s+", " ").replaceFirst("^0", "").replace("báo cáo ", "");
        return switch (w) {
            case "tuần", "1 tuần", "một tuần" -> "weekly";
            case "tháng", "1 tháng", "một tháng" -> "monthly";
            case "quý", "quí", "1 quý", "một quý", "3 tháng", "ba tháng" -> "quarterly";
            case "6 tháng", "sáu tháng", "nửa năm" -> "half-yearly";
            case "9 tháng", "chín tháng" -> "nine-monthly";
            case "năm", "1 năm", "một năm", "cả năm" -> "yearly";
            case "đột xuất" -> "ad-hoc";
            default -> null;
        };
    }
}
