package vn.dondoc.reporting.consolidation;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Consolidations.Figure;
import vn.dondoc.contracts.event.TargetArithmetic;
import vn.dondoc.platform.problem.ProblemConfiguration;

/** The words of drafts and documents: Vietnamese, whoever reads the page. */
@Component
class DocumentWords {

    static final Locale LANGUAGE = ProblemConfiguration.VIETNAMESE;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final MessageSource bundles;

    DocumentWords(MessageSource bundles) {
        this.bundles = bundles;
    }

    String word(String key, Object... arguments) {
        return Objects.requireNonNull(bundles.getMessage("consolidation." + key, arguments, LANGUAGE));
    }

    /** "1.200,5", as figures are written here. */
    String number(@Nullable BigDecimal number) {
        if (number == null) {
            return word("none");
        }
        var format = new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(LANGUAGE));
        return format.format(number);
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "tháng 3/2026", "quý I/2026" …; a day as it is. */
    String period(String period) {
        if (period.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return word("period.day", day(LocalDate.parse(period)));
        } else if (period.matches("\\d{4}-\\d{2}")) {
            return word("period.month", period.substring(5), period.substring(0, 4));
        } else if (period.matches("\\d{4}-Q[1-4]")) {
            return word("period.quarter", List.of("I", "II", "III", "IV").get(period.charAt(6) - '1'), period.substring(0, 4));
        } else if (period.matches("\\d{4}-H[12]")) {
            return word(period.endsWith("1") ? "period.half1" : "period.half2", period.substring(0, 4));
        }
        return word("period.year", period);
    }

    /** One line: the figure, its unit, how it came about, and who is missing in it. */
    String figure(Figure figure) {
        var notes = new ArrayList<String>();
        if (figure.total() == null) {
            notes.add(figure.rows().isEmpty() ? word("figure.none") : word("figure.apart"));
        } else if (figure.rows().size() > 1 && figure.arithmetic() != TargetArithmetic.YES_NO) {
            notes.add(word("figure." + figure.arithmetic().code(), figure.rows().size()));
        }
        if (figure.estimated()) {
            notes.add(word("figure.estimated"));
        }
        if (figure.lastYear() != null) {
            notes.add(word("figure.lastYear", number(figure.lastYear())));
        }
        if (!figure.missing().isEmpty()) {
            notes.add(word("figure.missing", String.join(", ", figure.missing())));
        }
        return "- " + figure.name() + ": " + value(figure) + (notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")") + ".";
    }

    /** The value with its unit; of a rate of several units each with its name. */
    String value(Figure figure) {
        if (figure.total() == null) {
            return figure.rows().isEmpty() ? word("none")
                    : String.join(", ", figure.rows().stream().map(row -> row.unitName() + " " + number(row.value()) + unit(figure)).toList());
        } else if (figure.arithmetic() == TargetArithmetic.YES_NO) {
            return word("figure.yes-no", number(figure.total()), number(figure.weight()));
        }
        return number(figure.total()) + unit(figure);
    }

    private static String unit(Figure figure) {
        return figure.unit().isBlank() ? "" : figure.unit().equals("%") ? "%" : " " + figure.unit();
    }
}
