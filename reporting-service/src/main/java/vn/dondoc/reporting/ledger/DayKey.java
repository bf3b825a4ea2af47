package vn.dondoc.reporting.ledger;

import java.time.LocalDate;
import vn.dondoc.reporting.cells.CellKey;

/** A cell on a day, Asia/Ho_Chi_Minh. */
public record DayKey(CellKey cell, LocalDate day) {}
