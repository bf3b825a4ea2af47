package vn.dondoc.platform.time;

import java.time.LocalDate;

/**
 * One period of a rhythm, that a report is about or in which something is to be done again. Days are days in Asia/Ho_Chi_Minh.
 *
 * @param label "2026-11", "2026-Q4", "2026-H2", "2026-9M", "2026", "2026-W47"
 * @param begins its first day; {@code ends} its last
 * @param lastDay the last day in time, never outside the period
 */
public record Period(String label, LocalDate begins, LocalDate ends, LocalDate lastDay) {}
