package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/**
 * Finds the words of a deadline in a sentence ("…, hoàn thành trước ngày 30/9/2025"). A date in a citation, in a
 * reporting rhythm or in the subject matter is none.
 */
final class DuePhrase {

    /**
     * Its place in the sentence, with "hoàn thành" and brackets around it.
     *
     * @param earlier deadlines of other parts of the sentence, which stand before it
     */
    record Span(int from, int to, String words, List<Span> earlier) {

        Span(int from, int to) {
            this(from, to, "", List.of());
        }

        /** The sentence without the words of its deadlines. */
        String cutFrom(String sentence) {
            String rest = sentence.substring(0, from) + joint(sentence.substring(to)) + sentence.substring(to);
            for (Span one : earlier.reversed()) {
                rest = one.cutFrom(rest);
            }
            return rest;
        }

        /** What keeps the words before and after a removed deadline apart. */
        private static String joint(String after) {
            return after.isEmpty() || ".,;: )".indexOf(after.charAt(0)) >= 0 ? "" : " ";
        }
    }

    /** Characters between two deadlines from which on the words between them are work and no part of the time. */
    private static final int APART = 25;

    /** Characters before a date in which what introduces it stands. */
    private static final int LOOK_BACK = 120;
    private static final String DONE = "(?:(?:phấn đấu |cơ bản |bảo đảm |đảm bảo |yêu cầu )?(?:hoàn thành|hoàn tất|(?<!tổ chức )(?<!triển khai )thực hiện xong|xong|kết thúc)(?: dứt điểm| việc này| nhiệm vụ này)?"
            + "|thời (?:hạn|gian)(?: hoàn thành| thực hiện| báo cáo)?(?: là)?|hạn hoàn thành)";
    private static final Pattern STRONG = Pattern.compile(
            "(?:" + DONE + "\\s*:?\\s*(?:(?:trong|vào|từ)\\s*)?)?(?:trước|chậm nhất(?: là)?(?: đến| trong| vào)?|muộn nhất(?: là)?|đến hết|hết|đến)\\s*(?:hết\\s*)?(?:\\d{1,2}\\s*(?:giờ|g|h)(?:\\s*\\d{1,2}(?:\\s*phút)?)?,?\\s+)?(?:(?:dịp |kỳ )?(?:nghỉ )?lễ\\s*|dịp\\s*|thời điểm\\s*)*(?:(?:quốc khánh|tết[\\p{L} ]{0,20})\\s*)?(?:ngày\\s*)?$");
    private static final Pattern DONE_IN = Pattern.compile(DONE + "\\s*:?\\s*(?:trong|vào|từ|ngay trong)?\\s*(?:ngày\\s*)?$");
    private static final Pattern WEAK = Pattern.compile("(?:(?:trong|vào|từ|dự kiến)\\s*)+(?:các\\s+)?(?:ngày\\s*)?$|,\\s*ngày\\s*$");
    private static final Pattern CITED = Pattern.compile("\\d[\\p{L}\\d/&-]*/[\\p{L}\\d/&-]+,?\\s+(?:ngày\\s*)?$|(?:luật|nghị định|thông tư|quyết định|nghị quyết|kế hoạch|công văn|tờ trình)(?:(?!hoàn thành|trước|chậm nhất|đến hết)[^;.,]){0,60}\\sngày\\s*$");
    private static final Pattern CITED_AFTER = Pattern.compile("^\\s*(?:của|về)\\s+(?:chính phủ|thủ tướng|ubnd|ủy ban|bộ|ban|tỉnh ủy|quốc hội|sở|hđnd|đảng ủy)");
    private static final Pattern END = Pattern.compile("^[\\s.;)/]*$|^\\s*\\)[\\s.;,]*.{0,30}$");
    private static final Pattern TOWARDS = Pattern.compile("^\\s*đến\\s");
    private static final Pattern NEXT_CLAUSE = Pattern.compile("^\\s*;\\s+\\p{Ll}");
    private static final Pattern RHYTHM_AFTER = Pattern.compile("^\\s*(?:" + Rhythm.EACH + ")\\s+(?:năm|tháng|quý|tuần)");

    private static final Pattern RELATIVE = Pattern.compile(
            "(?:,\\s*)?(?:" + DONE + "\\s*)?(?:(?:trong|sau)(?: thời hạn| vòng)?|chậm nhất(?: là)?(?: sau)?|không quá)\\s+\\d{1,3}\\s+(?:ngày|tuần|tháng)(?:\\s+làm việc)?(?:,?\\s*(?:kể từ|sau|tính từ|trước (?:khi|phiên|kỳ|cuộc|buổi|hội nghị|ngày))[^;.]*)?");

    private DuePhrase() {
    }

    /** Null where the sentence has no deadline. Of several, from the first to the last. */
    static @Nullable Span in(String sentence, Dates dates) {
        String folded = Fold.fold(sentence);
        Span found = null;
        List<Span> earlier = new ArrayList<>();
        List<Dates.Mention> mentions = dates.in(sentence);
        for (Dates.Mention mention : mentions) {
            Span span = deadline(folded, mention, false);
            if (span == null && found != null && folded.substring(found.to(), mention.from()).matches("\\s*(?:đến|-|và|,)\\s*(?:hết\\s+)?(?:ngày\\s+)?")) {
                span = new Span(mention.from(), mention.to());
            }
            if (span != null) {
                if (found != null && isApart(sentence, found.to(), span.from())) {
                    earlier.add(widened(sentence, folded, found, List.of()));
                    found = null;
                }
                found = new Span(found == null ? span.from() : found.from(), span.to());
            }
        }
        for (int i = 0; found == null && i < mentions.size(); i++) {
            found = deadline(folded, mentions.get(i), true);
        }
        return found == null ? relative(sentence, folded) : widened(sentence, folded, found, List.copyOf(earlier));
    }

    /** "…, trình trước ngày 10/4; thành lập các tổ ở 8 thôn, hoàn thành trong tháng 4": each half of the sentence has its own time. */
    private static boolean isApart(String sentence, int from, int to) {
        return to - from > APART && sentence.substring(from, to).indexOf(';') >= 0;
    }

    /** A term of days counts from something else; its words are kept so that somebody enters the day. */
    private static @Nullable Span relative(String sentence, String folded) {
        Matcher relative = Search.in(RELATIVE, folded);
        boolean term = relative.find() && (relative.group().contains("làm việc") || relative.group().contains("kể từ") || relative.group().contains("chậm nhất"));
        return term ? new Span(relative.start(), relative.end(), sentence.substring(relative.start(), relative.end()).replaceFirst("^[\\s,]+", ""), List.of()) : null;
    }

    private static @Nullable Span deadline(String folded, Dates.Mention mention, boolean alone) {
        String before = folded.substring(Math.max(0, mention.from() - LOOK_BACK), mention.from());
        int shift = Math.max(0, mention.from() - LOOK_BACK);
        String after = folded.substring(mention.to());
        if (Search.finds(CITED, before) || mention.wholeDay() && Search.finds(CITED_AFTER, after) || Search.finds(RHYTHM_AFTER, after)) {
            return null;
        }
        boolean wholeYear = folded.substring(mention.from(), mention.to()).matches("(?:giai đoạn |(?:cuối|hết|trong|cả) )?(?:năm )?\\d{4}(?:\\s*-\\s*\\d{4})?|(?:cuối|hết|trong) năm");
        Matcher done = Search.in(DONE_IN, before);
        if (done.find()) {
            return new Span(shift + done.start(), mention.to());
        }
        Matcher strong = Search.in(STRONG, before);
        boolean towards = strong.find();
        if (towards && (!wholeYear || strong.group().contains("hoàn") || strong.group().contains("xong"))
                && !(strong.group().strip().equals("đến") && !Search.finds(END, after))) {
            return new Span(shift + strong.start(), mention.to());
        }
        Matcher weak = Search.in(WEAK, before);
        boolean periodAtEnd = weak.find() && !wholeYear && (Search.finds(END, after) || Search.finds(TOWARDS, after) || alone && Search.finds(NEXT_CLAUSE, after));
        return periodAtEnd ? new Span(shift + weak.start(), mention.to()) : null;
    }

    private static Span widened(String sentence, String folded, Span span, List<Span> earlier) {
        int from = span.from();
        while (from > 0 && " ,;(:-–".indexOf(sentence.charAt(from - 1)) >= 0) {
            from--;
        }
        int to = span.to();
        Matcher then = Pattern.compile("^\\s*(?:và|,)?\\s*(?:những năm tiếp theo|các năm tiếp theo|thường xuyên|duy trì thường xuyên|và (?:những|các) năm tiếp theo)").matcher(folded.substring(to));
        if (then.find()) {
            to += then.end();
        }
        if (to < sentence.length() && sentence.charAt(to) == ')') {
            to++;
        }
        return new Span(from, to, sentence.substring(from, to).replaceAll("^[\\s,;(:–-]+|[\\s)]+$", ""), earlier);
    }
}
