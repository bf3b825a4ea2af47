package vn.dondoc.task.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;
import vn.dondoc.platform.deadline.Reminders;

/** How a task stands against its deadline: computed from days, never typed. */
public final class TimeClasses {

    private TimeClasses() {}

    /**
     * A completion counts by the day it was submitted, whenever it is accepted.
     *
     * @param lastDay null without a deadline
     * @param submittedOn the day of the submission that stands; null while open
     * @param today the day it is looked at, Asia/Ho_Chi_Minh
     */
    public static TimeClass of(@Nullable LocalDate lastDay, WorkState state, @Nullable LocalDate submittedOn, LocalDate today) {
        return of(lastDay, Reminders.DEFAULT, state, submittedOn, today);
    }

    /** The same where somebody is told on other days: the first of them is where "due soon" begins. */
    public static TimeClass of(
            @Nullable LocalDate lastDay, Reminders reminders, WorkState state, @Nullable LocalDate submittedOn, LocalDate today) {
        return switch (state) {
            case SUBMITTED, COMPLETED ->
                lastDay == null || submittedOn == null || !submittedOn.isAfter(lastDay)
                        ? TimeClass.COMPLETED_IN_TIME
                        : TimeClass.COMPLETED_LATE;
            case NOT_STARTED, IN_PROGRESS -> lastDay == null ? TimeClass.NO_DEADLINE : open(lastDay, reminders.dueSoon(), today);
            case CANCELLED -> TimeClass.NO_DEADLINE;
        };
    }

    private static TimeClass open(LocalDate lastDay, int dueSoon, LocalDate today) {
        var daysLeft = ChronoUnit.DAYS.between(today, lastDay);
        if (daysLeft < 0) {
            return TimeClass.OVERDUE;
        }
        return daysLeft <= dueSoon ? TimeClass.DUE_SOON : TimeClass.IN_TIME;
    }

    /** The place of a task in a list that shows the worst first, from 0. */
    public static int rank(TimeClass timeClass) {
        return switch (timeClass) {
            case OVERDUE -> 0;
            case DUE_SOON -> 1;
            case IN_TIME -> 2;
            case NO_DEADLINE -> 3;
            case COMPLETED_LATE, COMPLETED_IN_TIME -> 4;
        };
    }
}
