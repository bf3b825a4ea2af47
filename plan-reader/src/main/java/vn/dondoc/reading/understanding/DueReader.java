package vn.dondoc.reading.understanding;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Due;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/** Reads until when a task is to be done from the words of its deadline. */
final class DueReader {

    /**
     * What the words say.
     *
     * @param due null where nothing is said or nothing could be read
     * @param unreadable words that say a time but no day can be told
     */
    record Outcome(@Nullable Due due, boolean unreadable) {

        static final Outcome NOTHING = new Outcome(null, false);
    }

    private static final Pattern EMPTY = Pattern.compile("[\\s\\-_.,;:/\"']*(?:nt)?[\\s\\-_.,;:/\"']*");
    private static final Pattern ALWAYS = Pattern.compile("thường xuyên|liên tục|cả năm|quanh năm|suốt năm|hằng ngày|hàng ngày|trong suốt");
    private static final Pattern FROM_ON = Pattern.compile("(?:từ|bắt đầu)\\s.*trở đi|^(?:kể )?từ\\s.*(?:và|,)\\s*(?:duy trì |thực hiện )?thường xuyên");
    private static final Pattern THEN_ON = Pattern.compile(
            "(?:và|,|;)\\s*(?:(?:được|tiếp tục|duy trì|thực hiện|triển khai|bổ sung|cập nhật|rà soát|định kỳ)[\\p{L}\\s,]*)?"
                    + "(?:thường xuyên|(?:các|những) năm (?:tiếp theo|sau)|(?:hằng|hàng) (?:năm|quý|tháng)|liên tục)|và các năm|và duy trì|những năm tiếp theo|các năm tiếp theo");
    private static final Pattern BEFORE = Pattern.compile("(?<!\\p{L})trước(?!\\p{L})(?:\\s+(?:ngày|hết|thời điểm|dịp|kỳ nghỉ|lễ|quốc khánh))*\\s*$");
    private static final Pattern TENTATIVE = Pattern.compile("dự kiến|dự định|khoảng");
    private static final Pattern YEAR = Pattern.compile("20\\d{2}");
    private static final Pattern RELATIVE = Pattern.compile("ngày làm việc|sau khi|kể từ ngày (?:ban hành|ký|nhận|có)|ngay sau");

    /** A cell that only names rhythms: "6 tháng, năm"; the first counts. */
    private static final Pattern BARE_RHYTHMS = Pattern.compile("(?:định kỳ\\s+)?(tuần|tháng|quý|0?6 tháng|0?9 tháng|năm)(?:\\s*(?:,|và|/|;)\\s*(?:tuần|tháng|quý|0?6 tháng|0?9 tháng|cả năm|năm|đột xuất))*\\s*\\.?");

    private final Dates dates;

    DueReader(@Nullable Integer year) {
        this.dates = new Dates(year);
    }

    /** The words of a cell or of a field; nothing where it is empty, a dash or "nt". */
    Outcome read(String words) {
        String folded = Fold.fold(words);
        if (Search.matches(EMPTY, folded)) {
            return Outcome.NOTHING;
        }
        Matcher bare = BARE_RHYTHMS.matcher(folded.strip());
        String only = bare.matches() ? Rhythm.named(bare.group(1)) : null;
        if (only != null) {
            return new Outcome(new Due.Recurring(only), false);
        }
        List<Dates.Mention> mentions = dates.in(folded);
        boolean impossible = mentions.stream().anyMatch(mention -> mention.last() == null);
        if (Search.finds(FROM_ON, folded)) {
            return new Outcome(new Due.Ongoing(), false);
        }
        String frequency = Rhythm.of(folded);
        if (mentions.isEmpty() || !folded.startsWith("năm") && frequency != null && onlyRhythm(folded, mentions)) {
            return withoutDay(folded, frequency);
        }
        if (Search.at(ALWAYS, folded, 0) && mentions.stream().noneMatch(Dates.Mention::wholeDay)) {
            return new Outcome(new Due.Ongoing(), false);
        }
        return impossible ? new Outcome(null, true) : by(folded, mentions);
    }

    /** A rhythm with a day in it ("ngày 15 hằng tháng"), and not a day with a rhythm after it. */
    private static boolean onlyRhythm(String folded, List<Dates.Mention> mentions) {
        boolean wholeYears = mentions.stream().allMatch(mention -> !mention.wholeDay() && mention.first() != null && mention.last() != null
                && mention.first().getDayOfYear() == 1 && mention.last().getMonthValue() == 12);
        return !Search.finds(THEN_ON, folded) && (wholeYears || !Search.finds(YEAR, folded));
    }

    private static Outcome withoutDay(String folded, @Nullable String frequency) {
        if (frequency != null && !frequency.equals("ad-hoc")) {
            return new Outcome(new Due.Recurring(frequency), false);
        }
        boolean always = Search.finds(ALWAYS, folded) && !Search.finds(RELATIVE, folded);
        return always ? new Outcome(new Due.Ongoing(), false) : new Outcome(null, true);
    }

    private static Outcome by(String folded, List<Dates.Mention> mentions) {
        LocalDate latest = null;
        boolean inclusive = true;
        for (Dates.Mention mention : mentions) {
            boolean before = Search.finds(BEFORE, folded.substring(0, mention.from()));
            LocalDate first = mention.first();
            LocalDate day = before && first != null ? first.minusDays(1) : mention.last();
            if (day != null && (latest == null || !day.isBefore(latest))) {
                latest = day;
                inclusive = !before;
            }
        }
        if (latest == null) {
            return new Outcome(null, true);
        }
        boolean thenOngoing = Search.finds(THEN_ON, folded);
        return new Outcome(new Due.By(latest, thenOngoing, Search.finds(TENTATIVE, folded), inclusive), false);
    }
}
