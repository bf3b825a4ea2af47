package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;
import vn.dondoc.reading.understanding.Fields.Field;

/** Reads named parts into an assignment. */
final class AssignmentReader {

    private static final Pattern LEADS = Pattern.compile("\\s*[(:–-]?\\s*(?:chủ trì|đầu mối|làm đầu mối)\\s*\\)?");
    private static final Pattern TAKES_PART = Pattern.compile("(?:,|;|\\s)*(?:và\\s+)?(?:cùng\\s+)?phối hợp(?:\\s+(?:chặt chẽ|thực hiện))?(?:\\s+(?:với|cùng))*\\s*:?\\s*");

    private AssignmentReader() {
    }

    static Assignment of(List<Field> fields) {
        Assignment assignment = Assignment.NONE;
        for (Field field : fields) {
            assignment = assignment.followedBy(of(field));
        }
        return assignment;
    }

    private static Assignment of(Field field) {
        String value = field.value();
        String text = value.isEmpty() ? null : value;
        return switch (field.role()) {
            case LEAD -> leadWords(value);
            case LEAD_AND_COORDINATING -> leadAndOthers(value);
            case COORDINATING -> Assignment.NONE.withCoordinating(UnitList.split(value));
            case DUE -> Assignment.NONE.withDue(text);
            case PRODUCT -> new Assignment(List.of(), List.of(), null, text, null);
            case BUDGET -> new Assignment(List.of(), List.of(), null, null, text);
            case OTHER -> Assignment.NONE;
        };
    }

    /** "Phòng Kinh tế", "Phòng Kinh tế chủ trì, phối hợp với Công an xã". */
    static Assignment leadWords(String value) {
        String folded = Fold.fold(value);
        Matcher part = Search.in(TAKES_PART, folded);
        if (part.find() && part.start() > 0 && part.end() < folded.length()) {
            List<String> others = UnitList.split(value.substring(part.end()));
            return new Assignment(units(value.substring(0, part.start())), others, null, null, null);
        }
        List<String> lead = new ArrayList<>();
        List<String> others = new ArrayList<>();
        boolean led = false;
        boolean helped = folded.stripTrailing().endsWith(" phối hợp");
        for (String unit : UnitList.split(value)) {
            boolean helps = Fold.fold(unit).endsWith(" phối hợp");
            boolean after = helps || led && helped;
            (after ? others : lead).add(helps ? UnitList.trimmed(unit.substring(0, unit.length() - 9)) : withoutRole(unit));
            led |= Search.finds(LEADS, Fold.fold(unit));
        }
        return new Assignment(lead, others, null, null, null);
    }

    private static Assignment leadAndOthers(String value) {
        String folded = Fold.fold(value);
        if (Search.finds(TAKES_PART, folded)) {
            return leadWords(value);
        }
        List<String> lead = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String unit : UnitList.split(value)) {
            boolean leads = Search.finds(LEADS, Fold.fold(unit));
            (leads || lead.isEmpty() && !folded.contains("chủ trì") ? lead : others).add(withoutRole(unit));
        }
        return new Assignment(lead, others, null, null, null);
    }

    private static List<String> units(String value) {
        return UnitList.split(value).stream().map(AssignmentReader::withoutRole).filter(unit -> !unit.isEmpty()).toList();
    }

    private static String withoutRole(String unit) {
        Matcher matcher = Search.in(LEADS, Fold.fold(unit));
        return matcher.find() && matcher.start() > 0 ? UnitList.trimmed(unit.substring(0, matcher.start()) + unit.substring(matcher.end())) : unit;
    }

    /** What the brackets at the end of an item say: units, a deadline, or both; null where they say something else. */
    static @Nullable Assignment ofBrackets(String inside, Dates dates) {
        List<Field> fields = Fields.in(inside);
        if (!fields.isEmpty() && fields.getFirst().from() == 0) {
            return of(fields);
        }
        Assignment all = Assignment.NONE;
        List<String> parts = parts(inside);
        boolean timed = parts.stream().anyMatch(part -> isDue(part, dates));
        for (String part : parts) {
            Assignment one = ofPart(part, dates);
            if (one == null && timed && part.matches("\\p{Lu}[\\p{L} -]{3,50}")) {
                one = leadWords(part);
            }
            if (one == null) {
                return null;
            }
            all = new Assignment(joined(all.lead(), one.lead()), joined(all.coordinating(), one.coordinating()),
                    one.due() == null ? all.due() : one.due(), null, null);
        }
        return all.carries() ? all : null;
    }

    private static List<String> joined(List<String> a, List<String> b) {
        List<String> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }

    private static List<String> parts(String inside) {
        List<String> parts = new ArrayList<>();
        for (String part : inside.split(";|,\\s*(?=(?:hoàn thành|xong|trước|trong|chậm nhất|đến|quý|Quý|tháng|Tháng|thời|năm|thường xuyên|hằng|hàng|dự kiến|\\d|phối hợp))")) {
            if (!part.isBlank()) {
                addParts(part.strip(), parts);
            }
        }
        return parts;
    }

    /** "xong trước 10/3, Phòng Kinh tế chủ trì": after a time and a comma a unit begins a part of its own. */
    private static void addParts(String part, List<String> parts) {
        int comma = Search.matches(DUE_START, Fold.fold(part)) ? part.indexOf(", ") : -1;
        while (comma > 0 && !Units.startsWithUnit(part.substring(comma + 2))) {
            comma = part.indexOf(", ", comma + 1);
        }
        parts.add(comma > 0 ? part.substring(0, comma) : part);
        if (comma > 0) {
            parts.add(part.substring(comma + 2).strip());
        }
    }

    /** A time that counts from something else; its words are kept so that somebody enters the day. */
    private static final Pattern RELATIVE = Pattern.compile(
            "^(?:(?:hoàn thành |thực hiện )?(?:ngay |trong vòng |trong |chậm nhất )?(?:\\d{1,3} (?:ngày|tuần|tháng)(?: làm việc)? )?(?:sau khi|kể từ|khi có)|(?:trong|sau|không quá) \\d{1,3} (?:ngày|tuần)|theo (?:tiến độ|kế hoạch|lộ trình|yêu cầu|quy định|hướng dẫn|chỉ đạo|thời gian)|(?:xong |hoàn thành )?trong (?:tuần|ngày|tháng|quý)(?: này)?$|trước (?:mùa|khi|kỳ họp|tết|thềm|năm học))(?!\\p{L}).*");
    private static final Pattern DUE_START = Pattern.compile(
            "^(?:thời (?:gian|hạn)[\\p{L} ]*:?|hoàn thành|xong|trước|trong|chậm nhất|đến|quý|tháng|năm|thường xuyên|hằng|hàng|dự kiến|ngày|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]) |sáng |chiều |từ|hạn|cuối|đầu|\\d{1,2}\\s*[/.-]\\s*\\d).*");

    private static boolean isDue(String part, Dates dates) {
        String folded = Fold.fold(part);
        boolean cites = folded.contains("/qđ") || folded.contains("/kh") || folded.contains("/nq") || folded.contains("phụ lục") || folded.contains("báo cáo");
        return !cites && Search.matches(RELATIVE, folded) && folded.length() < 80
                || !cites && Search.matches(DUE_START, folded) && (!dates.in(part).isEmpty() || Rhythm.of(folded) != null || folded.contains("thường xuyên"));
    }

    private static @Nullable Assignment ofPart(String part, Dates dates) {
        String folded = Fold.fold(part);
        if (isDue(part, dates)) {
            return Assignment.NONE.withDue(part);
        }
        Matcher takesPart = Search.from(TAKES_PART, folded, 0);
        if (takesPart.lookingAt()) {
            return Units.startsWithUnit(part.substring(takesPart.end())) || part.substring(takesPart.end()).matches("\\p{Lu}[\\p{L}\\s&-]{3,60}") ? Assignment.NONE.withCoordinating(UnitList.split(part.substring(takesPart.end()))) : null;
        }
        String name = part.replaceFirst("^(?:Giao|giao|Chủ trì|chủ trì|Phụ trách|phụ trách)\\s+", "");
        boolean unit = Units.startsWithUnit(name) && (Units.isUnitHeading(name) || folded.contains("chủ trì") || folded.contains("phối hợp") || folded.endsWith("thực hiện"));
        return unit && !folded.startsWith("cơ quan thường trực") ? leadWords(name.replaceFirst("\\s+(?:thực hiện|phụ trách)$", "")) : null;
    }
}
