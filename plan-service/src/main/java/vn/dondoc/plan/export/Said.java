package vn.dondoc.plan.export;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.paper.PaperWords;

/** Values in the words of documents, chosen so that the reader understands them as what they are. */
final class Said {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private Said() {}

    static String due(@Nullable Due due) {
        return switch (due) {
            case null -> "";
            case Due.By by -> DAY.format(by.date()) + (by.thenOngoing() ? " và thường xuyên" : "") + (by.tentative() ? " (dự kiến)" : "");
            case Due.Ongoing _ -> "Thường xuyên";
            case Due.Recurring recurring -> "Hằng " + rhythm(recurring.frequency());
        };
    }

    static String rhythm(Frequency frequency) {
        return switch (frequency) {
            case WEEKLY -> "tuần";
            case MONTHLY -> "tháng";
            case QUARTERLY -> "quý";
            case HALF_YEARLY -> "6 tháng";
            case NINE_MONTHLY -> "9 tháng";
            case YEARLY -> "năm";
            case AD_HOC -> "đột xuất";
        };
    }

    /** "báo cáo … trước ngày 15 hằng tháng", "… trước ngày 05/6". */
    static String report(String reporter, String recipient, Frequency frequency, @Nullable Integer day, @Nullable Integer month, boolean strict) {
        var until = day == null ? "" : (strict ? " trước ngày " : " chậm nhất ngày ") + PaperWords.two(day) + (month == null ? "" : "/" + month);
        var when = switch (frequency) {
            case MONTHLY, QUARTERLY, WEEKLY -> " định kỳ hằng " + rhythm(frequency) + until;
            case HALF_YEARLY, NINE_MONTHLY, YEARLY -> " định kỳ " + rhythm(frequency) + until;
            case AD_HOC -> " đột xuất khi có yêu cầu";
        };
        return reporter + " báo cáo kết quả thực hiện về " + recipient + when + ".";
    }

    static String figure(BigDecimal value) {
        return format("#,##0.##########").format(value);
    }

    static String operator(String operator) {
        return switch (operator) {
            case "<=" -> "≤";
            case "=" -> "=";
            default -> "≥";
        };
    }

    static String budget(@Nullable Long dong) {
        return dong == null ? "" : format("#,##0").format(dong);
    }

    static String names(List<String> names) {
        return String.join("; ", names);
    }

    private static DecimalFormat format(String pattern) {
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat(pattern, symbols);
    }
}
