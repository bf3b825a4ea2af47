package vn.dondoc.platform.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Explanation;
import vn.dondoc.platform.time.DomainClock;

/**
 * What becomes of an explanation that was asked for, the same for tasks, reports and targets: one waits at a time, each counts, and a late answer stays
 * late. Whoever owes it is reminded on the day before the last one.
 */
public final class Explanations {

    private static final int REMINDED_BEFORE = 1;

    private Explanations() {}

    /** Whether the answer is missing. */
    public static boolean isOwed(@Nullable Explanation explanation) {
        return explanation != null && explanation.givenOn() == null;
    }

    /**
     * Asked for anew; each time counts.
     *
     * @param wanted the last day to answer, today at the earliest and within a year; null for the one that follows from {@code days}
     * @param days to answer, calendar days
     * @return nothing where nobody may be asked to answer until then
     */
    public static Optional<Explanation> asked(@Nullable Explanation before, @Nullable LocalDate wanted, int days, LocalDate today) {
        var lastDay = wanted == null ? today.plusDays(days) : wanted;
        return lastDay.isBefore(today) || lastDay.isAfter(today.plusYears(1))
                ? Optional.empty()
                : Optional.of(new Explanation(today, lastDay, null, false, before == null ? 1 : before.times() + 1));
    }

    /** An answer that comes after the last day is late, though nobody said so yet. */
    public static Answer answered(Explanation owed, LocalDate today) {
        var late = reached(owed, today).orElse(null) instanceof Overdue over ? over : null;
        return new Answer(late, given(late == null ? owed : late.after(), today));
    }

    /** Answered. What was told to be overdue is not answered in time by a clock that was put back. */
    public static Explanation given(Explanation owed, LocalDate today) {
        var noEarlier = owed.overdue() ? owed.lastDay().plusDays(1) : owed.askedOn();
        return new Explanation(
                owed.askedOn(), owed.lastDay(), today.isBefore(noEarlier) ? noEarlier : today, owed.overdue(), owed.times(), owed.reminded());
    }

    /** Its last day has ended without an answer. */
    public static Explanation overdue(Explanation owed) {
        return new Explanation(owed.askedOn(), owed.lastDay(), null, true, owed.times(), owed.reminded());
    }

    /** When there is next something to tell of it; nothing where it is answered, or told to be overdue. */
    public static Optional<Instant> next(@Nullable Explanation explanation) {
        return nextDay(explanation).map(DomainClock::startOf);
    }

    /** The next step that time has reached on that day; nothing for none. A reminder that comes too late is left out. */
    public static Optional<Step> reached(@Nullable Explanation explanation, LocalDate today) {
        if (explanation == null || nextDay(explanation).filter(day -> !day.isAfter(today)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(today.isAfter(explanation.lastDay())
                ? new Overdue(overdue(explanation), explanation.lastDay().plusDays(1))
                : new DueSoon(new Explanation(explanation.askedOn(), explanation.lastDay(), null, false, explanation.times(), true),
                        Math.toIntExact(ChronoUnit.DAYS.between(today, explanation.lastDay()))));
    }

    private static Optional<LocalDate> nextDay(@Nullable Explanation explanation) {
        if (explanation == null || explanation.givenOn() != null || explanation.overdue()) {
            return Optional.empty();
        }
        var reminder = explanation.lastDay().minusDays(REMINDED_BEFORE);
        return Optional.of(explanation.reminded() == null && reminder.isAfter(explanation.askedOn()) ? reminder : explanation.lastDay().plusDays(1));
    }

    /** @param late what is to be told first: that its last day had ended; null where it had not, or that was told */
    public record Answer(@Nullable Overdue late, Explanation given) {}

    /** What time made of it. */
    public sealed interface Step {

        Explanation after();
    }

    /** @param daysLeft to answer in time */
    public record DueSoon(Explanation after, int daysLeft) implements Step {}

    /** @param since the first day after its last day */
    public record Overdue(Explanation after, LocalDate since) implements Step {}
}
