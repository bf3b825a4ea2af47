package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.text.Clean;
import vn.dondoc.reading.text.Edges;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/**
 * Splits a list of units as plans print it: at commas, semicolons and "và" between two units, never inside a name, and
 * a collective ("các phòng, ban, ngành liên quan") stays one.
 */
final class UnitList {

    private static final Pattern NOTHING = Pattern.compile("[\\s\\-–—_.,;:/\"”″'*nN]*(?:nt|như trên|không|không có)?[\\s\\-–—_.\"”″']*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LINE = Pattern.compile("\\n\\s*(?=[-–—−+•]|\\d\\.)|\\n(?=\\p{Lu})|;");
    private static final Pattern SEPARATOR = Pattern.compile(",\\s*|\\s+(?:và|cùng với|cùng|&)\\s+(?:với\\s+)?");
    private static final Pattern COMPOSITE = Pattern.compile(
            ".*(?:văn phòng|vp|thường trực|lãnh đạo|đoàn|tt|chuyên viên)\\s*(?:đảng ủy|hđnd|hội đồng nhân dân|đbqh|đoàn đbqh|đại biểu quốc hội|đảng ủy,? hđnd)$|^báo$");
    private static final Pattern LEVEL_END = Pattern.compile(".*(?:xã|phường|thị trấn|quận|huyện|thị xã|tỉnh|thành phố|đặc khu|thôn|xóm|bản|ấp|khu phố|tổ dân phố)$");
    private static final Pattern LEVEL = Pattern.compile(
            "(?:xã|phường|thị trấn|quận|huyện|thị xã|thành phố|đặc khu|thôn|xóm|bản|ấp|khu phố|tổ dân phố)(?![\\p{L}])(?!\\s+\\p{Lu}).*");
    private static final Pattern SUBJECT_NAME = Pattern.compile("(?:phòng|trung tâm|sở|bộ|ban|ủy ban|viện|cục|chi cục|vụ|báo|đài)\\s.*");

    private static final Pattern MARK = Pattern.compile("^[-–—−+•*]\\s*|^\\d\\.\\s+");

    private UnitList() {
    }

    /** Names as printed, without final punctuation; nothing for an empty cell, a dash or "nt". */
    static List<String> split(String printed) {
        List<String> units = new ArrayList<>();
        if (Search.matches(NOTHING, printed)) {
            return units;
        }
        for (String line : LINE.split(printed)) {
            String clean = trimmed(Clean.line(line));
            if (!clean.isEmpty()) {
                splitLine(clean, units);
            }
        }
        return units;
    }

    private static void splitLine(String line, List<String> units) {
        int start = 0;
        Matcher separator = Search.in(SEPARATOR, line);
        while (separator.find()) {
            String left = line.substring(start, separator.start());
            String right = line.substring(separator.end());
            if (!insideBrackets(line, separator.start()) && separates(left, separator.group(), right)) {
                add(left, units);
                start = separator.end();
            }
        }
        add(line.substring(start), units);
    }

    private static void add(String name, List<String> units) {
        String clean = trimmed(name);
        if (!clean.isEmpty()) {
            units.add(clean);
        }
    }

    static String trimmed(String name) {
        return Edges.endOff(Search.in(MARK, name.strip()).replaceFirst(""), ".,;:/").strip();
    }

    private static boolean separates(String left, String separator, String right) {
        String before = Fold.fold(left).strip();
        String after = Fold.fold(right);
        boolean comma = separator.startsWith(",");
        if (!comma && Search.matches(COMPOSITE, before)) {
            return false;
        }
        boolean collectiveOpen = Units.isCollective(left.strip());
        boolean generic = Units.isGenericWord(right) && !named(right);
        if (Search.matches(LEVEL, right) && Search.matches(LEVEL_END, before)) {
            return false;
        }
        if (collectiveOpen && generic && !Units.isCollective(right)) {
            return false;
        }
        if (Units.isCollective(right) || Units.startsAt(after, 0)) {
            return !(collectiveOpen && !comma && generic && !Units.isCollective(right));
        }
        if (!comma) {
            return false;
        }
        return acronym(right) || !Search.matches(SUBJECT_NAME, before) && Character.isUpperCase(right.codePointAt(0));
    }

    /** Whether the first name of a text has a proper part: a capital at its start or right after its first word. */
    private static boolean named(String right) {
        String first = right.split("[,;]|\\s+và\\s+", 2)[0].strip();
        int space = first.indexOf(' ');
        if (Character.isUpperCase(first.codePointAt(0)) && !first.toUpperCase(Locale.ROOT).equals(first)) {
            return space > 0;
        }
        return space > 0 && Character.isUpperCase(first.codePointAt(space + 1));
    }

    private static boolean acronym(String right) {
        return right.matches("\\p{Lu}[\\p{Lu}&.-]{2,}(?:[\\s,;].*)?");
    }

    private static boolean insideBrackets(String line, int at) {
        int open = 0;
        for (int i = 0; i < at; i++) {
            open += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
        }
        return open > 0;
    }
}
