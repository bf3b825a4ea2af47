package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.text.Block;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Search;

/**
 * Finds the items of a paragraph whose line breaks were lost. A break is set only where a mark of a list stands after
 * the end of a sentence, or is the next of its list, so that a paragraph that is one stays one.
 */
final class InlineItems {

    private static final int SHORTEST = 300;
    private static final int LEAST_MARKS = 3;

    private static final Pattern ROMAN = Pattern.compile("(?<=\\s)(?:[IVX]{1,5}|[A-D])[./-]\\s+(?=\\p{Lu}{2})");
    private static final Pattern SMALL_ROMAN = Pattern.compile("(?<=[.;:]\\s)[IVX]{1,5}[.-]\\s+(?=\\p{Lu})");
    private static final Pattern NUMBER = Pattern.compile("(?<=\\s)(\\d{1,2}(?:\\.\\d{1,2}){0,2})(?:[.)/]|(?<=\\s\\d)-)\\s+(?=\\p{Lu}|\\d{1,3}(?:,\\d+)?\\s?%)");
    private static final Pattern LETTER = Pattern.compile("(?<=\\s)[a-zđ]\\)\\s+(?=[\\p{L}\\d])");
    private static final Pattern DASH = Pattern.compile("(?<=[.;:,/)]\\s)[-–—−]\\s+(?=[\\p{Lu}\\d])|(?<=\\s)[-–—−]\\s+(?=\\p{Lu})");
    private static final Pattern PLUS = Pattern.compile("(?<=[.;:]\\s)[+*]\\s+(?=[\\p{Lu}\\d])|(?<=\\s)\\+\\s+(?=\\p{Lu}\\p{Ll})");
    private static final Pattern HEADING_END = Pattern.compile("^(?:[IVX]{1,5}|[A-D])[./]\\s+[^\\p{Ll}]{6,}?\\s(?=(?:[*+-]\\s)?(?:\\p{Lu}\\p{Ll}|(?<!NĂM )(?<!QUÝ )(?<!THÁNG )\\d))");
    private static final Pattern WANTS_NUMBER = Pattern.compile(".*(?:điều|khoản|đề án|quý|số|mục|phụ lục|tháng|năm|ngày|(?<!địa )điểm|bước|giai đoạn|và|của|từ|đến)\\s$");

    private InlineItems() {
    }

    static List<Block> split(List<Block> blocks) {
        List<Block> split = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph && paragraph.text().length() >= SHORTEST) {
                split.addAll(split(paragraph));
            } else {
                split.add(block);
            }
        }
        return split;
    }

    private static List<Paragraph> split(Paragraph paragraph) {
        String text = paragraph.text();
        TreeSet<Integer> breaks = new TreeSet<>();
        addAll(ROMAN, text, breaks);
        addAll(SMALL_ROMAN, text, breaks);
        addAll(PLUS, text, breaks);
        addNumbers(text, breaks);
        addLetters(text, breaks);
        addDashes(text, breaks);
        if (breaks.size() < LEAST_MARKS) {
            return List.of(paragraph);
        }
        InlineParts.add(text, breaks);
        addAfterHeadings(text, breaks);
        List<Paragraph> parts = new ArrayList<>();
        int from = 0;
        breaks.add(text.length());
        for (int to : breaks) {
            String part = text.substring(from, to).strip();
            if (!part.isEmpty()) {
                int start = paragraph.start() + from + text.substring(from, to).indexOf(part);
                parts.add(new Paragraph(part, paragraph.style(), paragraph.page(), paragraph.index(), start));
            }
            from = to;
        }
        return parts;
    }

    static void addAll(Pattern pattern, String text, TreeSet<Integer> breaks) {
        Matcher matcher = Search.in(pattern, text);
        while (matcher.find()) {
            breaks.add(matcher.start());
        }
    }

    static boolean afterSentence(String text, int at) {
        int last = at - 1;
        while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        boolean apart = last < at - 1;
        last -= last > 0 && "\"”)".indexOf(text.charAt(last)) >= 0 ? 1 : 0;
        return apart && last >= 0 && ".;:!?/".indexOf(text.charAt(last)) >= 0;
    }

    /** A number opens an item after the end of a sentence, after a heading in capitals, or where it is the next of its list. */
    private static void addNumbers(String text, TreeSet<Integer> breaks) {
        Matcher matcher = Search.in(NUMBER, text);
        java.util.Map<String, Integer> last = new java.util.HashMap<>();
        while (matcher.find()) {
            String figures = matcher.group(1);
            int dot = figures.lastIndexOf('.');
            String list = dot < 0 ? "" : figures.substring(0, dot);
            int place = Integer.parseInt(figures.substring(dot + 1));
            String before = text.substring(Math.max(0, matcher.start() - 30), matcher.start());
            boolean next = place == 1 || last.getOrDefault(list, 0) == place - 1;
            boolean wanted = Search.matches(WANTS_NUMBER, Fold.fold(before));
            if (next && !wanted && figures.charAt(0) != '0') {
                breaks.add(matcher.start());
                last.put(list, place);
            }
        }
    }

    private static void addLetters(String text, TreeSet<Integer> breaks) {
        Matcher matcher = Search.in(LETTER, text);
        char expected = 'a';
        while (matcher.find()) {
            char letter = matcher.group().charAt(0);
            if (letter == 'a' || letter == expected) {
                breaks.add(matcher.start());
                expected = letter == 'd' ? 'đ' : letter == 'đ' ? 'e' : (char) (letter + 1);
            }
        }
    }

    /** A dash inside a name ("Văn hóa - Xã hội") stays; one after a sentence or before a verb or a named part opens an item. */
    private static void addDashes(String text, TreeSet<Integer> breaks) {
        Matcher matcher = Search.in(DASH, text);
        while (matcher.find()) {
            String rest = text.substring(matcher.end());
            String small = rest.isEmpty() ? rest : rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
            if (afterSentence(text, matcher.start()) || afterTopic(text, breaks, matcher.start()) || Verbs.at(small, 0) || Fields.startsWithField(rest.substring(0, Math.min(60, rest.length())))) {
                breaks.add(matcher.start());
            }
        }
    }

    /** "2.1. Về kinh tế - Tốc độ tăng …": a short numbered topic ends before the dash. */
    private static boolean afterTopic(String text, TreeSet<Integer> breaks, int dash) {
        Integer from = breaks.lower(dash);
        return from != null && dash - from < 70 && Search.matches(TOPIC, text.substring(from, dash));
    }

    private static final Pattern TOPIC = Pattern.compile("(?:\\d{1,2}(?:\\.\\d{1,2})*|[a-zđ])[.)]\\s+(?:Về|Chỉ tiêu|Mục tiêu|Giai đoạn|Lĩnh vực|Nội dung|Nhiệm vụ|Yêu cầu|Mục đích|Công tác|Tổ chức thực hiện)\\s(?:[^.;:-]| - (?=\\p{Ll})){0,60}");

    /** Capitals end where the text of the section begins; a unit's name ends where what it does begins. */
    private static void addAfterHeadings(String text, TreeSet<Integer> breaks) {
        for (int from : List.copyOf(breaks)) {
            Integer next = breaks.higher(from);
            String part = text.substring(from, next == null ? text.length() : next);
            Matcher heading = Search.in(HEADING_END, part);
            if (heading.find()) {
                breaks.add(from + heading.end());
            }
        }
    }
}
