package vn.dondoc.contracts.event;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.id.ProceedingId;

/**
 * The conclusion of a meeting, or the finding of an inspection, that a directive was made of.
 *
 * @param point its id within the proceeding
 * @param number of the document of the proceeding; null where it has none
 */
public record Origin(ProceedingKind kind, ProceedingId proceeding, String point, @Nullable String number) {}
