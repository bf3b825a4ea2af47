package vn.dondoc.notification.message;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import vn.dondoc.notification.obligation.Obligation;
import vn.dondoc.notification.obligation.Standing;

/** Whether a step is still worth telling, by what is known of its obligation at this moment. */
public final class Meaning {

    public static final String FULFILLED = "FULFILLED";
    public static final String CLOSED = "CLOSED";
    public static final String DECIDED = "DECIDED";
    public static final String EXPLAINED = "EXPLAINED";
    public static final String DEADLINE_MOVED = "DEADLINE_MOVED";
    public static final String OVERDUE_BY_NOW = "OVERDUE_BY_NOW";
    public static final String NEWER_REMINDER = "NEWER_REMINDER";

    /** The place where it is owed switched its rule off. */
    public static final String SWITCHED_OFF = "SWITCHED_OFF";

    private Meaning() {}

    /**
     * Why the step has lost its meaning; nothing while it has one.
     *
     * @param today by the domain clock: the last day may have ended before anybody said so
     */
    public static Optional<String> lost(Cause cause, Obligation now, LocalDate today) {
        return switch (cause.occasion()) {
            case ASSIGNED, RETURNED -> unlessOpen(now);
            case MOVED -> unlessOpen(now).or(() -> moved(cause, now));
            case DUE_SOON -> unlessOpen(now).or(() -> moved(cause, now)).or(() -> late(cause, now, today));
            case OVERDUE, OVERDUE_BEFORE_ENTRY, ESCALATED -> unlessOpen(now).or(() -> moved(cause, now));
            case SUBMITTED -> now.standing() == Standing.SUBMITTED ? Optional.empty() : Optional.of(DECIDED);
            case EXTENSION_ASKED -> unlessOpen(now).or(() -> now.extensionAsked() == null ? Optional.of(DECIDED) : Optional.empty());
            case EXTENDED -> unlessOpen(now).or(() -> moved(cause, now));
            case NOT_EXTENDED -> unlessOpen(now);
            case GIVEN_BACK -> unlessOpen(now).or(() -> now.returnedOn() == null ? Optional.of(DECIDED) : Optional.empty());
            case INSISTED, REOPENED -> unlessOpen(now);
            case EXPLANATION_ASKED, EXPLANATION_OVERDUE ->
                Objects.equals(cause.lastDay(), now.explainUntil()) ? Optional.empty() : Optional.of(EXPLAINED);
            case EXPLANATION_DUE_SOON -> !Objects.equals(cause.lastDay(), now.explainUntil())
                    ? Optional.of(EXPLAINED)
                    : cause.lastDay() != null && cause.lastDay().isBefore(today) ? Optional.of(OVERDUE_BY_NOW) : Optional.empty();
            case CONCLUSION_UNIT_NAMED, URGED, URGING_OVERDUE -> unlessOpen(now);
            case STALE -> now.stale() ? Optional.empty() : Optional.of(FULFILLED);
            case ACCEPTED, CANCELLED, EXPLANATION_GIVEN, URGING_ANSWERED, WEEKLY, ENTERED_FOR -> Optional.empty();
        };
    }

    private static Optional<String> unlessOpen(Obligation now) {
        return switch (now.standing()) {
            case OPEN -> Optional.empty();
            case SUBMITTED -> Optional.of(FULFILLED);
            case CLOSED -> Optional.of(CLOSED);
        };
    }

    private static Optional<String> moved(Cause cause, Obligation now) {
        return Objects.equals(cause.lastDay(), now.lastDay()) ? Optional.empty() : Optional.of(DEADLINE_MOVED);
    }

    private static Optional<String> late(Cause cause, Obligation now, LocalDate today) {
        var lastDay = now.lastDay();
        if (now.overdue() || (lastDay != null && lastDay.isBefore(today))) {
            return Optional.of(OVERDUE_BY_NOW);
        }
        var reminded = now.remindedDays();
        var number = cause.number();
        return reminded != null && number != null && reminded < number ? Optional.of(NEWER_REMINDER) : Optional.empty();
    }
}
