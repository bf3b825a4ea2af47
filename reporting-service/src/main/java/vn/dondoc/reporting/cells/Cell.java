package vn.dondoc.reporting.cells;

import java.time.Instant;

/** @param asOf domain time of the newest event counted in it */
public record Cell(CellKey key, Counts counts, Instant asOf) {}
