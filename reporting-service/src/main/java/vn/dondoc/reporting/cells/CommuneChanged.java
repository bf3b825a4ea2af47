package vn.dondoc.reporting.cells;

import java.time.Instant;
import vn.dondoc.contracts.id.UnitId;

/** The figures of a commune are others than before; {@code asOf} is the domain time of the newest event in them. */
public record CommuneChanged(UnitId province, UnitId commune, Instant asOf) {}
