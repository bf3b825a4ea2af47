package vn.dondoc.reporting.consolidation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Urgings;
import vn.dondoc.contracts.id.PersonId;
import vn.dondoc.contracts.id.PositionId;

/** Who signed it off, in which form: an opaque id and the position, which also sends the report upward. */
record Signed(Urgings.Signing form, LocalDate on, @Nullable PersonId person, @Nullable PositionId position) {}
