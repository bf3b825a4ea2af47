package vn.dondoc.contracts.event;

import java.time.LocalDate;

/**
 * How fresh the news of an ongoing task is.
 *
 * @param last the day of the last news, or of the assignment
 * @param stale nothing was heard for longer than the commune waits
 */
public record News(LocalDate last, boolean stale) {}
