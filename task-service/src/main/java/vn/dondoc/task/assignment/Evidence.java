package vn.dondoc.task.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The document that a task produced: its number ("05/BC-UBND") and its date. */
public record Evidence(@Nullable String number, @Nullable LocalDate date) {

    /** Null where neither is told. */
    static @Nullable Evidence of(@Nullable String number, @Nullable LocalDate date) {
        return number == null && date == null ? null : new Evidence(number, date);
    }
}
