package vn.dondoc.console.timekeeping;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.dondoc.contracts.api.Organisation;

/** The days of a yearly table as a page shows them: month by month, and as rows that can be edited. */
public record CalendarMonths(List<Month> months) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    /** @param number 1 to 12 */
    public record Month(int number, List<Organisation.CalendarDay> days) {}

    static CalendarMonths of(Organisation.Calendar calendar) {
        var months = new ArrayList<Month>();
        for (int number = 1; number <= 12; number++) {
            var month = number;
            var days = calendar.days().stream().filter(day -> day.day().getMonthValue() == month).toList();
            if (!days.isEmpty()) {
                months.add(new Month(month, days));
            }
        }
        return new CalendarMonths(List.copyOf(months));
    }

    /** One line for each day: "16/02/2026; nghỉ; Tết Nguyên đán". */
    static String rows(Organisation.Calendar calendar) {
        return calendar.days().stream()
                .map(day -> DAY.format(day.day()) + "; " + (day.worked() ? "làm bù" : "nghỉ") + (day.note() == null ? "" : "; " + day.note()))
                .collect(Collectors.joining("\n"));
    }
}
