package vn.dondoc.reporting.measurement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Frequency;
import vn.dondoc.contracts.event.TargetFigure;
import vn.dondoc.platform.time.Period;
import vn.dondoc.platform.time.Periods;

/**
 * What of a target is to be measured on a day.
 *
 * @param next the period, or the day where there is no rhythm; null where nothing is
 * @param now it is to be measured now: its period has ended, or ends soon
 */
record Schedule(@Nullable String next, boolean now) {

    /** So long before its end a period is worth a figure: plans ask for reports within the period. */
    private static final int SOON_DAYS = 15;

    private static final int OFFERED = 14;

    static Schedule of(Target target, LocalDate today) {
        if (target.isWithdrawn() || target.isComputed()) {
            return new Schedule(null, false);
        }
        var periods = periods(target, today);
        if (periods.isEmpty()) {
            return target.figures().isEmpty() ? new Schedule(today.toString(), true) : new Schedule(null, false);
        }
        var current = periods.getFirst();
        var past = periods.size() > 1 && !target.figures().isEmpty() ? periods.get(1) : null;
        if (past != null && isOpen(target, past.label()) && past.ends().getYear() == today.getYear()) {
            return new Schedule(past.label(), true);
        }
        return isOpen(target, current.label())
                ? new Schedule(current.label(), !today.isBefore(current.ends().minusDays(SOON_DAYS)) || target.figures().isEmpty())
                : new Schedule(null, false);
    }

    /** The periods that can be told of, newest first; the day where there is no rhythm. */
    static List<String> offered(Target target, LocalDate today) {
        var periods = periods(target, today).stream().map(Period::label).toList();
        var told = target.figures().reversed().stream().map(TargetFigure::period).toList();
        return Stream.concat(periods.isEmpty() ? Stream.of(today.toString()) : periods.stream(), told.stream()).distinct().toList();
    }

    private static List<Period> periods(Target target, LocalDate today) {
        var rhythm = target.planned().rhythm();
        var periods = new ArrayList<Period>();
        if (rhythm == null || rhythm == Frequency.AD_HOC) {
            return periods;
        }
        var whole = Periods.whole(rhythm);
        var period = whole.from(today).filter(one -> !one.begins().isAfter(today));
        if (period.isEmpty()) {
            // of nine months only: their year is nearly over
            period = whole.from(today.withDayOfYear(1));
        }
        while (period.isPresent() && periods.size() < OFFERED && period.get().ends().getYear() >= today.getYear() - 1) {
            periods.add(period.get());
            var before = period.get().begins().minusDays(1);
            period = whole.from(rhythm == Frequency.NINE_MONTHLY ? before.withDayOfYear(1) : before);
        }
        return periods;
    }

    private static boolean isOpen(Target target, String label) {
        return target.of(label).isEmpty();
    }
}
