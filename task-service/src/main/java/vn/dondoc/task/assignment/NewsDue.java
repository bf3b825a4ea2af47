package vn.dondoc.task.assignment;

import java.time.LocalDate;

/**
 * Until when news of an ongoing task are waited for.
 *
 * @param every days without news after which it is stale, as the settings had it
 * @param staleOn the first day on which the news are too old, Asia/Ho_Chi_Minh
 */
public record NewsDue(int every, LocalDate staleOn) {

    /** @param last the day of the last news */
    static NewsDue after(LocalDate last, int every) {
        return new NewsDue(every, last.plusDays(every + 1L));
    }
}
