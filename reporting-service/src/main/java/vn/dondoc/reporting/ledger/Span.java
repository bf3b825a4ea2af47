package vn.dondoc.reporting.ledger;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.time.YearMonth;
import org.bson.conversions.Bson;

/** The stored names of days and months: one field holds either, so that one index serves both, and both sort by time. */
final class Span {

    static final String FIELD = "span";
    private static final String DAY = "d";
    private static final String MONTH = "m";

    private Span() {}

    static String of(LocalDate day) {
        return DAY + day;
    }

    static String of(YearMonth month) {
        return MONTH + month;
    }

    static boolean isMonth(String span) {
        return span.startsWith(MONTH);
    }

    static LocalDate day(String span) {
        return LocalDate.parse(span.substring(1));
    }

    static YearMonth month(String span) {
        return YearMonth.parse(span.substring(1));
    }

    /** Whole months from the first one to before this one. */
    static Bson monthsBefore(YearMonth month) {
        return Filters.and(Filters.gte(FIELD, MONTH), Filters.lt(FIELD, of(month)));
    }

    static Bson months(YearMonth from, YearMonth to) {
        return Filters.and(Filters.gte(FIELD, of(from)), Filters.lte(FIELD, of(to)));
    }

    static Bson days(LocalDate from, LocalDate to) {
        return Filters.and(Filters.gte(FIELD, of(from)), Filters.lte(FIELD, of(to)));
    }
}
