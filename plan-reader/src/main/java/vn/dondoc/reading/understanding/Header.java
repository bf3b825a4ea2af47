package vn.dondoc.reading.understanding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.PlanDocument;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Paragraph;
import vn.dondoc.reading.text.Search;

/** Reads what the document says of itself: kind, number, date, title, issuer, commune, province, year and signer. */
final class Header {

    private static final Map<String, String> KINDS = Map.of("KẾ HOẠCH", "KH", "CHƯƠNG TRÌNH", "CTr", "NGHỊ QUYẾT", "NQ", "QUYẾT ĐỊNH", "QĐ",
            "CHỈ THỊ", "CT", "THÔNG BÁO", "TB", "BÁO CÁO", "BC", "PHƯƠNG ÁN", "KH", "ĐỀ ÁN", "KH");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:^số\\s*:?|số\\s*:)\\s*(\\d{1,5})\\s*[-–—−/]\\s*([\\p{L}\\d]+(?:\\s*[-–—−/&.]\\s*[\\p{L}&]+)*)");
    private static final Pattern DATE = Pattern.compile("(?:^|,\\s*|\\s{2})ngày\\s*(\\d{1,2})\\s*(?:tháng|[/.-])\\s*(\\d{1,2})\\s*(?:năm|[/.-])\\s*(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(?<!tháng \\d{1,2} )(?<!đến )(?<!giai đoạn )năm\\s+(20\\d{2})(?!\\s*-\\s*20)(?!\\d)");
    /** "Xuân Bính Ngọ 2026" */
    private static final Pattern YEAR_AT_END = Pattern.compile("(?<!năm )(?<!đến )(?<=\\p{L} )(20\\d{2})[\\s.]*$");
    private static final Pattern MONTH_YEAR = Pattern.compile("(?<!ngày \\d{1,2} )(?:tháng|quý)\\s+(?:\\d{1,2}|[ivx]+)(?:\\s*/\\s*|\\s+năm\\s+)(20\\d{2})");

    private final Zones zones;

    Header(Zones zones) {
        this.zones = zones;
    }

    PlanDocument read() {
        String number = number();
        String title = title();
        List<String> texts = openingTexts();
        String issuer = new Issuer(zones).of(texts);
        Places places = new Places(zones, title, issuer);
        return new PlanDocument(kind(number), number, issuedOn(), title, issuer, places.commune(), places.province(), year(title, kind(number)), Signer.in(zones));
    }

    private List<String> openingTexts() {
        return zones.opening.stream().map(Paragraph::text).toList();
    }

    private @Nullable String kind(@Nullable String number) {
        Paragraph line = zones.kindLine;
        if (line != null) {
            Matcher kind = Search.in(Zones.KIND, line.text());
            if (kind.find()) {
                String word = kind.group(1).replaceFirst("^(CHƯƠNG TRÌNH|THÔNG BÁO) .*", "$1");
                return KINDS.get(word);
            }
        }
        if (number != null) {
            Matcher symbol = Pattern.compile("[/-](KH|CTr|NQ|QĐ|CT|TB|BC)(?![\\p{L}])").matcher(number);
            return symbol.find() ? symbol.group(1) : null;
        }
        return null;
    }

    private @Nullable String number() {
        for (Paragraph line : zones.head) {
            Matcher number = Search.in(NUMBER, Fold.fold(line.text()));
            if (number.find() && line.text().length() < 200) {
                String symbol = line.text().substring(number.start(2), number.end(2)).replaceAll("\\s+", "").replace('–', '-').replace('—', '-').replace('−', '-');
                boolean slash = line.text().substring(number.end(1), number.start(2)).contains("/");
                return number.group(1) + (slash ? "/" : "-") + symbolOnly(symbol);
            }
        }
        return null;
    }

    /** The place line may follow on the same line: "01/KH-UBND Liên Hà, ngày …". */
    private static String symbolOnly(String symbol) {
        Matcher matcher = Pattern.compile("^(?:[\\p{Lu}\\d]|TTr|TTg|CTr|r|g)+(?:[-/&.](?:[\\p{Lu}\\d]|TTr|TTg|CTr)+)*").matcher(symbol);
        return matcher.find() ? matcher.group() : symbol;
    }

    private @Nullable LocalDate issuedOn() {
        for (Paragraph line : zones.head) {
            Matcher date = Search.in(DATE, Fold.fold(line.text()));
            if (date.find()) {
                try {
                    return LocalDate.of(Integer.parseInt(date.group(3)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1)));
                } catch (java.time.DateTimeException noSuchDay) {
                    return null;
                }
            }
        }
        return null;
    }

    private @Nullable String title() {
        StringBuilder title = new StringBuilder();
        Paragraph line = zones.kindLine;
        if (line != null) {
            title.append(Search.in(Zones.KIND, line.text()).replaceFirst("").replaceFirst("^[\\s:]+", ""));
        }
        for (Paragraph part : zones.title) {
            boolean authority = Issuer.isAuthorityLine(part.text());
            if (authority && title.isEmpty() && part.text().startsWith("CỦA ")) {
                continue;
            }
            if (authority && !title.isEmpty() || part.text().matches("^\\(\\s*(?:Ban hành|Kèm).*")) {
                break;
            }
            title.append(title.isEmpty() ? "" : " ").append(part.text());
        }
        String clean = PlannedWork.titleOf(title.toString());
        return clean.isEmpty() ? null : clean;
    }

    private @Nullable Integer year(@Nullable String title, @Nullable String kind) {
        if (title == null) {
            return null;
        }
        String folded = Fold.fold(title);
        Matcher year = Search.in(YEAR, folded);
        while (year.find()) {
            if (!folded.substring(0, year.start()).matches(".*(?:tháng|quý|tuần|tuần thứ)\\s+(?:\\d{1,2}|[ivx]+)\\s+$")) {
                return Integer.valueOf(year.group(1));
            }
        }
        if ("TB".equals(kind)) {
            // The month in the title of a notice is that of the meeting
            return null;
        }
        Matcher last = Search.in(YEAR_AT_END, folded);
        if (last.find()) {
            return Integer.valueOf(last.group(1));
        }
        Matcher month = Search.in(MONTH_YEAR, folded);
        while (month.find()) {
            if (!folded.substring(0, month.start()).matches(".*ngày\\s+\\d{1,2}\\s+$")) {
                return Integer.valueOf(month.group(1));
            }
        }
        return null;
    }
}
