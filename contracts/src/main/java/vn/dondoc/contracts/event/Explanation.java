package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An explanation that a leader asked for ("yêu cầu giải trình") of a task, a report or a target; days in Asia/Ho_Chi_Minh. Its words stand in the history only.
 *
 * @param lastDay the last day to answer in time
 * @param givenOn the day of the answer; null while it is owed
 * @param times how often one was asked for, this one included
 * @param reminded whoever owes it was told that the last day comes near; null for no
 */
public record Explanation(
        LocalDate askedOn, LocalDate lastDay, @Nullable LocalDate givenOn, boolean overdue, int times, @Nullable Boolean reminded) {

    /** Before anybody was reminded. */
    public Explanation(LocalDate askedOn, LocalDate lastDay, @Nullable LocalDate givenOn, boolean overdue, int times) {
        this(askedOn, lastDay, givenOn, overdue, times, null);
    }
}
