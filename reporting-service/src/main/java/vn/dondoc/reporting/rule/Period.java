package vn.dondoc.reporting.rule;

import java.time.LocalDate;

/**
 * One period that a report is about. Days are days in Asia/Ho_Chi_Minh.
 *
 * @param label "2026-11", "2026-Q4", "2026-H2", "2026-9M", "2026", "2026-W47"
 * @param begins its first day; {@code ends} its last
 * @param lastDay the last day on which the report is in time, never outside the period
 */
public record Period(String label, LocalDate begins, LocalDate ends, LocalDate lastDay) {}
