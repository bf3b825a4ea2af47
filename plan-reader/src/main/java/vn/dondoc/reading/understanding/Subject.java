package vn.dondoc.reading.understanding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/**
 * The unit that a sentence says acts: at its beginning or after an opening clause ("Trên cơ sở …, Sở Xây dựng chủ trì").
 *
 * @param from where its name begins in the sentence
 * @param to where it ends
 * @param leads whether the sentence says that it leads ("chủ trì")
 */
record Subject(String name, int from, int to, boolean leads) {

    private static final Pattern OPENING = Pattern.compile(
            "(?:^|[:.;,]\\s+)(?:(?:Đồng ý|Thống nhất|Tiếp tục|Trước mắt|đồng thời|Đồng thời)[\\s,]+)?(?:Giao cho|Giao|giao|Yêu cầu|yêu cầu|Đề nghị|đề nghị|Phân công|Chỉ đạo)\\s+|^Đối với\\s+");
    private static final Pattern GIVES = Pattern.compile("[\\s,]*(?:thống nhất )?(?:giao|phân công)(?: cho| nhiệm vụ cho)?\\s+");
    private static final Pattern AFTER_COMMA = Pattern.compile(",\\s+|:\\s+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.;]\\s+(?=\\p{Lu})|;");
    /** "Các chủ rừng có trách nhiệm …": whoever is bound to something acts, be it a unit or not. */
    private static final Pattern BOUND = Pattern.compile("^(?:Các|Những|Mỗi|Mọi|Chủ|Người|Hộ)\\s[^.;:()\\d]{2,60}?(?=\\s+(?:có|chịu) trách nhiệm\\s)");
    private static final Pattern LEADS = Pattern.compile("^[\\s,]*(?:là\\s+)?(?:làm\\s+)?(?:cơ quan |đơn vị )?(?:chủ trì|đầu mối|chịu trách nhiệm chủ trì|có trách nhiệm chủ trì)");

    /** The unit at the very beginning of a sentence, null where there is none. */
    static @Nullable Subject atStart(String sentence) {
        return at(sentence, Fold.fold(sentence), 0, false);
    }

    /** Null where no unit is said to act. */
    static @Nullable Subject of(String sentence) {
        String folded = Fold.fold(sentence);
        Matcher opening = Search.in(OPENING, sentence);
        int start = opening.find() ? opening.end() : 0;
        Subject direct = at(sentence, folded, 0, false);
        Subject assigned = direct == null ? null : assignedBy(direct, sentence, folded);
        if (assigned != null) {
            return assigned;
        }
        Subject first = direct != null ? direct : at(sentence, folded, start, start > 0);
        if (first != null) {
            return first;
        }
        Matcher comma = Search.in(AFTER_COMMA, sentence);
        int stop = sentenceEnd(sentence);
        while (comma.find() && comma.end() < stop) {
            Subject later = at(sentence, folded, comma.end(), false);
            if (later != null && !insideBrackets(sentence, comma.start())) {
                return later;
            }
        }
        return null;
    }

    /** "UBND xã giao Phòng Nội vụ chủ trì": who is given the work acts, not who gives it. */
    private static @Nullable Subject assignedBy(Subject giver, String sentence, String folded) {
        Matcher gives = Search.from(GIVES, sentence, giver.to());
        return gives.lookingAt() ? at(sentence, folded, gives.end(), true) : null;
    }

    private static @Nullable Subject at(String sentence, String folded, int from, boolean assigned) {
        if (!Units.startsAt(folded, from)) {
            Matcher bound = from == 0 ? Search.in(BOUND, sentence) : null;
            return bound != null && bound.find() ? new Subject(bound.group(), 0, bound.end(), false) : null;
        }
        int to = Units.extent(sentence, from);
        int next = to;
        while (next < sentence.length() && " ,:".indexOf(sentence.charAt(next)) >= 0) {
            next++;
        }
        boolean colon = sentence.substring(to, next).contains(":") && next < sentence.length();
        boolean told = colon && sentence.charAt(to) == ':' && Character.isLetter(sentence.codePointAt(next)) && !Units.startsAt(folded, next) && Units.isUnitHeading(sentence.substring(from, to));
        boolean actsAfterColon = told || colon && Verbs.at(sentence.substring(next, next + 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(next + 1), 0);
        boolean acts = actsAfterColon || next < sentence.length() && (Verbs.at(sentence, next) || Units.leadsUnit(sentence, folded, next) || folded.startsWith("theo chức năng", next) || folded.startsWith("phải ", next)
                || folded.startsWith("cần ", next) || folded.startsWith("theo ", next) && folded.indexOf(" chủ động", next) > 0);
        if (!acts && !assigned || to <= from) {
            return null;
        }
        return new Subject(sentence.substring(from, to).strip(), from, to, Search.finds(LEADS, folded.substring(to)));
    }

    private static int sentenceEnd(String sentence) {
        Matcher end = Search.in(SENTENCE_END, sentence);
        return end.find() ? end.start() : sentence.length();
    }

    private static boolean insideBrackets(String text, int at) {
        return text.lastIndexOf('(', at) > text.lastIndexOf(')', at);
    }
}
