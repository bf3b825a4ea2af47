package vn.dondoc.reporting.consolidation;

import java.time.LocalDate;

/** The number and day of the clerk's register, and the signed copy as it lies in the store. */
record Issued(String number, LocalDate on, String file, String name, String mediaType, long size, String sha256) {}
