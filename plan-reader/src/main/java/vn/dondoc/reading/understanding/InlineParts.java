package vn.dondoc.reading.understanding;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.text.Label;
import vn.dondoc.reading.text.Search;

/** Where a paragraph that lost its line breaks had those that no mark of a list opens: parts of the form, named parts, headings of units. */
final class InlineParts {

    private static final String KIND = "(?:KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG| CÔNG TÁC)?|THÔNG BÁO|CHỈ THỊ|BÁO CÁO)";
    private static final Pattern PERIOD = Pattern.compile(
            "(?<=[.;)]\\s)(?:Tháng \\d{1,2}|Quý [IVX]{1,3})(?:/\\d{4}| năm \\d{4}| và (?:Quý|quý) [IVX]{1,3})?\\s+(?=\\d\\.\\s|-\\s)");
    private static final Pattern FORM = Pattern.compile("(?<=\\s)(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập [-–—] Tự do|Số\\s*:\\s*\\d*\\s*/|Số \\d{1,4}-\\p{Lu}|ĐẢNG CỘNG SẢN VIỆT NAM"
            + "|(?!Hạnh phúc)\\p{Lu}[\\p{L} ]{2,30}, ngày [\\d ]{0,3}tháng|(?<!, )(?<!\\p{Lu} )" + KIND + "\\s+(?=\\p{Lu})|(?<=\\d{4} |THẢO )" + KIND + "\\s|QUYẾT (?:NGHỊ|ĐỊNH)\\s*:|KHÓA [IVX]+,"
            + "|(?<=[\\p{Ll}\\d] )(?:CHỦ TỊCH )?(?:HỘI ĐỒNG NHÂN DÂN|ỦY BAN NHÂN DÂN|UBND) (?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ)\\s)");
    private static final Pattern PART = Pattern.compile("(?<=\\s)(?:Nơi nhận\\s*:|Nơi nhận(?=\\s+-)|PHỤ LỤC |Phụ lục (?:[IVX]+|\\d+)\\s*[:.]|Điều \\d{1,2}\\.|Phần (?:thứ \\p{Ll}+|[IVX]+) |(?<=Phần (?:thứ \\p{Ll}{2,4}|[IVX]{1,4}) )(?=\\p{Lu}{2})"
            + "|(?<=[\\p{Ll}\\d] )(?:Giao|Đề nghị|Yêu cầu) (?=\\p{Lu})|\\* (?=\\p{Lu})|(?:Bước|Nhiệm vụ|Hoạt động) \\d{1,2}:"
            + "|(?:Thực hiện|Căn cứ) (?=(?:Kế hoạch|Nghị quyết|Quyết định|Luật|Công văn|Chỉ thị|Thông tư|Nghị định)\\s)|Trên đây là |(?<=[.;] )(?=\\p{Lu}[^.;]{3,60} thông báo (?:để|kết luận) )"
            + "|(?<=[.;] )(?=\\p{Lu}[^.;:]{3,60} (?:theo dõi|đôn đốc)[^.;]{0,60}(?:Chỉ thị|Kế hoạch|Thông báo|Quyết định|Nghị quyết|Chương trình) này))");
    private static final Pattern SIGNATURE = Pattern.compile("(?<=\\s)(?:(?:TM|KT|TL|TUQ)\\.\\s*\\p{Lu}{2}|T/[ML] \\p{Lu}{2}"
            + "|(?<=[.)] )(?:CHỦ TỊCH|TRƯỞNG BAN|TRƯỞNG PHÒNG|GIÁM ĐỐC|BÍ THƯ|CHÁNH VĂN PHÒNG|TỔ TRƯỞNG) )");

    /** A second body in the capitals at the head: "UBND PHƯỜNG NAM SƠN VĂN PHÒNG HĐND VÀ UBND". */
    private static final Pattern SECOND_BODY = Pattern.compile(
            "(?<=\\p{Lu} )(?:VĂN PHÒNG|PHÒNG \\p{Lu}|SỞ \\p{Lu}|BAN CHỈ ĐẠO|BAN CHỈ HUY|BAN THƯỜNG TRỰC|ĐẢNG ỦY(?! UBND)|ĐẢNG BỘ)(?=[\\p{Lu} ]|$)");
    private static final int LONGEST_HEAD = 200;
    private static final int LONGEST_LABEL = 60;

    private InlineParts() {
    }

    static void add(String text, TreeSet<Integer> breaks) {
        InlineItems.addAll(FORM, text, breaks);
        InlineItems.addAll(PART, text, breaks);
        InlineItems.addAll(SIGNATURE, text, breaks);
        InlineItems.addAll(PERIOD, text, breaks);
        addSecondBody(text, breaks);
        addOpening(text, breaks);
        addFields(text, breaks);
        addUnitHeadings(text, breaks);
        List.copyOf(breaks).stream().filter(at -> at > 0 && behindMark(text, breaks.headSet(at, false), at)).forEach(breaks::remove);
        addWorkOfUnits(text, breaks);
        addTopics(text, breaks);
    }

    private static void addSecondBody(String text, TreeSet<Integer> breaks) {
        int number = text.indexOf(" Số");
        String head = text.substring(0, Math.clamp(number, 0, LONGEST_HEAD));
        if (head.equals(head.toUpperCase(Locale.ROOT))) {
            InlineItems.addAll(SECOND_BODY, head, breaks);
        }
    }

    /** Whether nothing but the mark of an item stands between the last break and a place. */
    private static boolean behindMark(String text, NavigableSet<Integer> breaks, int at) {
        Integer from = breaks.floor(at);
        Label label = from == null ? null : Label.of(text.substring(from, Math.min(text.length(), at + 2)));
        return label != null && from + label.length() >= at;
    }

    /** "3. Ban CHQS xã Chuẩn bị …": the name of a unit is whole where a capital verb follows. */
    private static void addWorkOfUnits(String text, TreeSet<Integer> breaks) {
        for (int from : List.copyOf(breaks)) {
            Integer next = breaks.higher(from);
            String part = text.substring(from, Math.min(next == null ? text.length() : next, from + 120));
            Label label = Label.of(part);
            if (label == null || label.family().isBullet() || !Units.startsWithUnit(part.substring(label.length()))) {
                continue;
            }
            Matcher word = CAPITAL.matcher(part);
            int at = label.length() + 1;
            while (word.find(at)) {
                int place = word.start();
                String small = part.substring(0, place) + part.substring(place, place + 1).toLowerCase(Locale.ROOT) + part.substring(place + 1);
                if (Verbs.isLongerAt(small, place) && NameEnd.at(small, label.length(), place) && Units.isUnitHeading(part.substring(label.length(), place).strip())) {
                    breaks.add(from + place);
                    break;
                }
                at = place + 1;
            }
        }
    }

    /** "4. Về quốc phòng, an ninh Tỷ lệ gọi …": a topic is whole where a sentence begins. */
    private static void addTopics(String text, TreeSet<Integer> breaks) {
        for (int from : List.copyOf(breaks)) {
            Integer next = breaks.higher(from);
            String part = text.substring(from, next == null ? text.length() : next);
            Label label = Label.of(part);
            Matcher topic = label == null ? null : TOPIC.matcher(part).region(label.length(), part.length());
            if (topic != null && topic.lookingAt()) {
                breaks.add(from + topic.end());
            }
        }
    }

    private static final Pattern TOPIC = Pattern.compile("Về (?:[\\p{Ll}, -]+\\s){1,14}?(?=(?:Tỷ lệ|Tỉ lệ|Đến năm|Hằng năm|Trong |Phấn đấu|Thống nhất|Giao |Yêu cầu |Đề nghị |Cơ bản |Đồng ý|UBND |Ủy ban |Sở |Phòng |Công an |Ban )\\p{L}?)");
    private static final Pattern CAPITAL = Pattern.compile("(?<=\\s)\\p{Lu}\\p{Ll}");

    private static final Pattern OPENING = Pattern.compile("(?<=[\\p{L}\\d”\"] )(?:Được sự (?:đồng ý|thống nhất) |Tại (?:phiên họp|cuộc họp|hội nghị|kỳ họp) |(?:Sáng|Chiều|Qua|Để|Nhằm|Căn cứ|Thực hiện|Triển khai|Trên cơ sở|Xét|Theo đề nghị) |Từ đầu |Ngày \\d{1,2}|Trong (?:năm|thời gian|những năm) |(?<=\\p{Lu}\\p{L}{0,9} )(?:Ban Chỉ đạo|UBND|Ủy ban nhân dân|Ban Thường vụ|Ban Chấp hành) (?=[^.;]{3,120}(?:xây dựng|ban hành) [Kk]ế))(?=[\\p{L}\\d/])");

    /** The opening begins with a capital behind a title that ends without a point; only before the first part. */
    private static void addOpening(String text, TreeSet<Integer> breaks) {
        Matcher kind = Search.in(KIND_LINE, text);
        Matcher opening = OPENING.matcher(text);
        if (kind.find() && opening.find(Math.min(kind.end() + 2, text.length() - 1)) && !breaks.contains(opening.start()) && opening.start() - kind.end() < 400) {
            breaks.add(opening.start());
        }
    }

    private static final Pattern KIND_LINE = Pattern.compile("(?<!\\p{L})" + KIND + " ");
    private static final Pattern SENTENCE_START = Pattern.compile("(?<=[.;]\\s)(?<!(?:^|\\s)\\p{Lu}{1,3}\\.\\s)(?=\\p{Lu})");
    private static final Pattern WORD_START = Pattern.compile("(?<=[\\p{L}\\d.;)”\"]\\s)(?=\\p{Lu}\\p{Ll})");

    /** "… phù hợp. Cơ quan chủ trì: …" */
    private static void addFields(String text, TreeSet<Integer> breaks) {
        Matcher start = Search.in(WORD_START, text);
        while (start.find()) {
            boolean marked = behindMark(text, breaks, start.start());
            if (!marked && text.indexOf(':', start.start()) - start.start() < LONGEST_LABEL && Fields.isNamed(text.substring(start.start(), Math.min(text.length(), start.start() + LONGEST_LABEL + 20)))) {
                breaks.add(start.start());
            }
        }
    }

    /** "… năm sau. Công an xã - Chủ trì …": a name between a sentence and a dash is a heading. */
    private static void addUnitHeadings(String text, TreeSet<Integer> breaks) {
        for (int dash : List.copyOf(breaks)) {
            Integer before = breaks.lower(dash);
            int from = before == null ? 0 : before;
            Matcher start = Search.in(SENTENCE_START, text.substring(from, dash));
            int last = -1;
            while (start.find()) {
                last = from + start.start();
            }
            if (last > from && !behindMark(text, breaks, last) && Units.isUnitHeading(text.substring(last, dash).strip())) {
                breaks.add(last);
            }
        }
    }
}
