package vn.dondoc.reporting.obligation;

import java.time.Instant;

/**
 * A file that goes with a report.
 *
 * @param content where it lies in the store
 * @param at domain time at which it came
 */
public record ReportFile(String id, String name, String mediaType, long size, String sha256, String content, Instant at) {}
