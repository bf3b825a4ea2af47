package vn.dondoc.reading.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.text.Search;

/** Finds the rhythms of a reporting rule and the day that belongs to each. */
final class Rhythms {

    /** A rhythm with its day, null where none is given; the month only for parts of the year. */
    record Entry(String frequency, @Nullable Integer day, @Nullable Integer month, boolean inclusive) {
    }

    private record Named(int from, int to, String frequency) {
    }

    private record Day(int from, int to, int day, @Nullable Integer month, boolean inclusive, boolean lastOfQuarter) {
    }

    private static final String UNIT = "tuần|tháng|quý|quí|0?6 tháng(?: đầu năm| cuối năm)?|sáu tháng|0?9 tháng|chín tháng|0?3 tháng|(?:cả |0?1 |một )?năm|đột xuất";
    private static final Pattern FIRST = Pattern.compile(
            "(?:(?:hằng|hàng|mỗi|từng|báo cáo(?:\\s+(?:sơ kết|tổng kết|kết quả|tình hình))?|định kỳ|theo|đối với báo cáo|,|và|hoặc|\\()\\s*)+(" + UNIT + ")(?!\\s*(?:\\d|[ivx]+(?![\\p{L}\\d])|sau|tiếp|nay|qua|học))(?![\\p{L}])");
    private static final Pattern EVERY = Pattern.compile("(0?1|0?3|0?6|0?9|một|ba|sáu)\\s+(tháng|quý|năm)\\s*(?:/|một|1|01)\\s*(?:một|01|1)?\\s*lần|(tháng|quý|năm|tuần)\\s*/\\s*(?:0?1\\s*)?lần");
    private static final Pattern AD_HOC = Pattern.compile("đột xuất");
    private static final Pattern ANCHOR = Pattern.compile("hằng|hàng|mỗi|định kỳ|báo cáo");
    private static final Pattern DAY = Pattern.compile(
            "(?<before>trước|chậm nhất|muộn nhất|vào|đến hết|đến|là|,|;|và|\\()?\\s*(?:là\\s+|vào\\s+)?(?:ngày\\s+)?(?<![\\d/.])(?<day>\\d{1,2})(?:\\s*/\\s*(?<month>\\d{1,2})(?![\\d])|\\s+tháng\\s+(?<longmonth>\\d{1,2})(?!\\d))?(?!\\s*/\\s*\\d{3})(?<after>\\s*(?:của\\s+)?(?:tháng\\s+)?(?:cuối\\s+(?:của\\s+)?(?:mỗi\\s+)?quý|cuối cùng (?:của )?(?:mỗi )?quý)?)");

    /** "báo cáo tổng kết năm trước ngày 05/12/2026": the report of a period, with the day of this year. */
    private static final Pattern REPORT_OF_PERIOD = Pattern.compile(
            "(báo cáo (?:kết quả |sơ kết |tổng kết )?(?:0?6 tháng|năm)(?: đầu năm)?(?: gửi[^;.]{0,30})?,? (?:trước|chậm nhất|đến)(?: là)?(?: hết)?(?: ngày)? \\d{1,2}(?:/| tháng )\\d{1,2})(?:/| năm )20\\d{2}");

    private Rhythms() {
    }

    static List<Entry> in(String printed) {
        String folded = Search.in(REPORT_OF_PERIOD, printed).replaceAll("$1");
        List<Day> days = days(folded);
        List<Named> rhythms = rhythms(folded);
        List<Entry> entries = new ArrayList<>();
        boolean[] used = new boolean[days.size()];
        boolean halfYearly = rhythms.stream().anyMatch(named -> named.frequency().equals("half-yearly"));
        for (Named rhythm : rhythms) {
            if (modifiesDay(rhythm, days, rhythms, folded)) {
                continue;
            }
            int at = dayOf(rhythm, days, used, rhythms, folded);
            if (at >= 0) {
                used[at] = true;
            }
            boolean again = at < 0 && entries.stream().anyMatch(entry -> entry.frequency().equals(rhythm.frequency()));
            if (!again) {
                entries.add(entry(rhythm.frequency(), at < 0 ? null : days.get(at)));
            }
        }
        for (int i = 0; i < used.length; i++) {
            Integer month = days.get(i).month();
            if (!used[i] && (month != null || days.get(i).lastOfQuarter())) {
                String frequency = days.get(i).lastOfQuarter() ? "quarterly" : halfYearly && rhythms.size() == 1 || month != null && month <= 7 ? "half-yearly" : "yearly";
                if (!rhythms.isEmpty() || days.get(i).lastOfQuarter()) {
                    entries.add(entry(frequency, days.get(i)));
                }
            }
        }
        return entries;
    }

    private static Entry entry(String frequency, @Nullable Day day) {
        if (day == null || frequency.equals("ad-hoc")) {
            return new Entry(frequency, null, null, false);
        }
        boolean inMonth = frequency.equals("monthly") || frequency.equals("quarterly") || frequency.equals("weekly");
        return new Entry(frequency, day.day(), inMonth ? null : day.month(), day.inclusive());
    }

    private static List<Named> rhythms(String folded) {
        List<Named> found = new ArrayList<>();
        Matcher every = Search.in(EVERY, folded);
        while (every.find()) {
            String word = every.group(3) != null ? every.group(3) : every.group(1) + " " + every.group(2);
            addNamed(found, every.start(), every.end(), Rhythm.named(word));
        }
        Matcher first = Search.in(FIRST, folded);
        int at = 0;
        while (at < folded.length() && first.find(at)) {
            at = first.end(1);
            String before = folded.substring(first.start(), first.start(1));
            boolean anchored = Search.finds(ANCHOR, before) || followsRhythm(found, folded, first.start());
            if (anchored && !first.group(1).equals("đột xuất")) {
                addNamed(found, first.start(1), first.end(1), Rhythm.named(first.group(1).replaceFirst(" (?:đầu|cuối) năm", "")));
            }
        }
        Matcher adHoc = Search.in(AD_HOC, folded);
        if (adHoc.find()) {
            addNamed(found, adHoc.start(), adHoc.end(), "ad-hoc");
        }
        found.sort((a, b) -> Integer.compare(a.from(), b.from()));
        return found;
    }

    private static void addNamed(List<Named> found, int from, int to, @Nullable String frequency) {
        if (frequency != null && found.stream().noneMatch(named -> from < named.to() && named.from() < to)) {
            found.add(new Named(from, to, frequency));
        }
    }

    /** "hằng tháng, quý, năm": what follows a rhythm in a list is one, with or without its day in brackets between. */
    private static boolean followsRhythm(List<Named> found, String folded, int at) {
        return found.stream().anyMatch(named -> named.to() <= at
                && folded.substring(named.to(), at).replaceAll("\\([^)]*\\)|trước|ngày|tháng cuối quý|[\\d/]+|của", "").isBlank());
    }

    /** "trước ngày 05/6 hằng năm (báo cáo 06 tháng)": the first only says that the day comes every year. */
    private static boolean modifiesDay(Named rhythm, List<Day> days, List<Named> all, String folded) {
        if (!rhythm.frequency().equals("yearly")) {
            return false;
        }
        boolean afterDay = days.stream().anyMatch(day -> day.month() != null && day.to() <= rhythm.from()
                && folded.substring(day.to(), rhythm.from()).matches("\\s*(?:hằng|hàng|mỗi)\\s*"));
        boolean named = all.stream().anyMatch(other -> other.from() >= rhythm.to()
                && folded.substring(rhythm.to(), other.from()).matches("\\s*\\(?\\s*(?:đối với\\s+)?(?:báo cáo\\s*)?(?:định kỳ\\s*)?"));
        boolean otherHalf = days.stream().anyMatch(day -> day.to() <= rhythm.from() && day.month() != null && day.month() <= 7
                && folded.substring(day.to(), rhythm.from()).isBlank());
        return afterDay && (named || otherHalf);
    }

    private static int dayOf(Named rhythm, List<Day> days, boolean[] used, List<Named> all, String folded) {
        if (rhythm.frequency().equals("ad-hoc")) {
            return -1;
        }
        for (int i = 0; i < days.size(); i++) {
            if (!used[i] && belongs(rhythm, days.get(i), folded)) {
                return i;
            }
        }
        boolean single = all.stream().filter(named -> !named.frequency().equals("ad-hoc")).count() == 1;
        for (int i = 0; single && i < days.size(); i++) {
            if (!used[i] && fits(rhythm, days.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean fits(Named rhythm, Day day) {
        boolean partOfYear = rhythm.frequency().contains("year") || rhythm.frequency().equals("nine-monthly");
        return partOfYear == (day.month() != null);
    }

    /** Right before the rhythm ("ngày 15 hằng tháng"), right after it, or in the brackets behind it. */
    private static boolean belongs(Named rhythm, Day day, String folded) {
        if (day.lastOfQuarter()) {
            return rhythm.frequency().equals("quarterly");
        }
        if (!fits(rhythm, day)) {
            return false;
        }
        if (day.to() <= rhythm.from()) {
            return folded.substring(day.to(), rhythm.from()).matches("[\\s,(]*(?:của\\s+|hằng\\s+|hàng\\s+|mỗi\\s+|năm|đối với\\s+|báo cáo\\s+|định kỳ\\s+|gửi\\s+)*(?:hằng năm|hàng năm)?[\\s(]*(?:đối với\\s+)?(?:báo cáo\\s*)?(?:định kỳ\\s*)?");
        }
        String between = folded.substring(rhythm.to(), day.from());
        return between.length() < 90 && !between.contains(";") && rhythmsBetween(between) == 0;
    }

    private static int rhythmsBetween(String between) {
        Matcher matcher = Pattern.compile("(?:hằng|hàng|báo cáo)\\s+(?:" + UNIT + ")|,\\s*(?:quý|năm|0?6 tháng)").matcher(between);
        return matcher.find() ? 1 : 0;
    }

    private static List<Day> days(String folded) {
        List<Day> days = new ArrayList<>();
        Matcher matcher = Search.in(DAY, folded);
        while (matcher.find()) {
            String month = matcher.group("month") != null ? matcher.group("month") : matcher.group("longmonth");
            boolean named = matcher.group().contains("ngày") || month != null && matcher.group("before") != null;
            String after = matcher.group("after");
            int day = Integer.parseInt(matcher.group("day"));
            boolean wholeDate = folded.substring(matcher.end()).matches("^\\s*(?:/|năm )\\s*\\d{4}.*");
            if (named && day >= 1 && day <= 31 && !wholeDate) {
                String before = matcher.group("before");
                boolean strict = "trước".equals(before) || before != null && before.matches("[,;(]|và") && strictBefore(days);
                int to = after.contains("quý") ? matcher.end() : month != null ? endOfMonth(matcher) : matcher.end("day");
                days.add(new Day(matcher.start(), to, day, month == null ? null : Integer.valueOf(month), !strict, after.contains("quý")));
            }
        }
        return days;
    }

    private static int endOfMonth(Matcher matcher) {
        return matcher.group("month") != null ? matcher.end("month") : matcher.end("longmonth");
    }

    private static boolean strictBefore(List<Day> days) {
        return !days.isEmpty() && !days.getLast().inclusive();
    }
}
