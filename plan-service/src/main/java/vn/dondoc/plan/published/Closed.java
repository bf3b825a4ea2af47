package vn.dondoc.plan.published;

import java.time.LocalDate;

/**
 * That a plan is closed.
 *
 * @param closing id of what was decided about its rows
 * @param on the day, Asia/Ho_Chi_Minh
 * @param running whether that is still being carried out
 */
public record Closed(String closing, LocalDate on, boolean running) {}
