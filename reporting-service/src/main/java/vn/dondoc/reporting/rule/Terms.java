package vn.dondoc.reporting.rule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Reports.RuleTerms;
import vn.dondoc.contracts.event.ReportBounds;
import vn.dondoc.contracts.event.ReportGroup;
import vn.dondoc.contracts.id.BodyId;
import vn.dondoc.contracts.id.RuleId;
import vn.dondoc.platform.time.Period;

/**
 * What the standing unit decided on a rule beyond the words of its plan. Decree 09/2019 lets the data of a month end on the 14th, so
 * that a report can be due inside its period; other orders have other days, so each is decided.
 *
 * @param dataUntilDay the day of the last month of a period on which its data end; 0 for its last day; null: the data are those of the period
 * @param programme that its reports are about; null: that of its plan
 * @param meetings the days of the meeting that are known, by period
 */
record Terms(
        @Nullable Integer dataUntilDay,
        @Nullable Integer opensDaysBefore,
        @Nullable Integer graceDays,
        @Nullable Integer lockDays,
        @Nullable String legalBasis,
        @Nullable Boolean headSends,
        @Nullable List<ReportGroup> groups,
        @Nullable BodyId members,
        @Nullable RuleId replacedBy,
        @Nullable String meeting,
        @Nullable Integer daysBeforeMeeting,
        @Nullable String programme,
        @Nullable List<Meeting> meetings) {

    static final Terms NONE = of(RuleTerms.NONE, List.of());

    /** The day of a meeting in a period. */
    record Meeting(String period, LocalDate day) {}

    static Terms of(RuleTerms wanted, List<Meeting> known) {
        return new Terms(
                wanted.dataUntilDay(), wanted.opensDaysBefore(), wanted.graceDays(), wanted.lockDays(), orNull(wanted.legalBasis()), wanted.headSends(),
                wanted.groups() == null ? List.of() : wanted.groups().stream().distinct().toList(), wanted.members(), wanted.replacedBy(),
                orNull(wanted.meeting()), wanted.daysBeforeMeeting(), orNull(wanted.programme()), known);
    }

    RuleTerms told() {
        return new RuleTerms(
                dataUntilDay, opensDaysBefore, graceDays, lockDays, legalBasis, headSends, named(), members, replacedBy, meeting, daysBeforeMeeting, programme);
    }

    List<ReportGroup> named() {
        return groups == null ? List.of() : groups;
    }

    List<Meeting> known() {
        return meetings == null ? List.of() : meetings;
    }

    Terms with(Meeting day) {
        var all = new java.util.ArrayList<>(known());
        all.removeIf(one -> one.period().equals(day.period()));
        all.add(day);
        return of(told(), List.copyOf(all));
    }

    Optional<LocalDate> meetingOf(Period period) {
        return meeting == null ? Optional.empty() : known().stream().filter(one -> one.period().equals(period.label())).map(Meeting::day).findFirst();
    }

    /** The last day in time: by the meeting where its day is known, else as the plan has it. */
    LocalDate lastDay(Period period) {
        return meetingOf(period).map(day -> day.minusDays(Objects.requireNonNullElse(daysBeforeMeeting, 0))).orElse(period.lastDay());
    }

    LocalDate opensOn(Period period) {
        var last = lastDay(period);
        if (opensDaysBefore != null) {
            return last.minusDays(opensDaysBefore);
        }
        return period.begins().isAfter(last) ? last : period.begins();
    }

    /** Null where nothing was decided that makes any further day. */
    @Nullable ReportBounds bounds(Period period) {
        if (dataUntilDay == null && graceDays == null && lockDays == null && legalBasis == null) {
            return null;
        }
        var last = lastDay(period);
        var counts = graceDays == null || graceDays == 0 ? null : last.plusDays(graceDays);
        var locked = lockDays == null ? null : (counts == null ? last : counts).plusDays(lockDays + 1L);
        var ends = YearMonth.from(period.ends());
        var before = YearMonth.from(period.begins()).minusMonths(1);
        return new ReportBounds(
                dataUntilDay == null || dataUntilDay == 0 ? period.begins() : dayOf(before).plusDays(1),
                dataUntilDay == null ? period.ends() : dayOf(ends), counts, locked, null, legalBasis);
    }

    private LocalDate dayOf(YearMonth month) {
        var day = Objects.requireNonNullElse(dataUntilDay, 0);
        return day == 0 || day > month.lengthOfMonth() ? month.atEndOfMonth() : month.atDay(day);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
