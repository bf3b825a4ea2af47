package vn.dondoc.contracts.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The document that decided a change of a published plan: "45/QĐ-UBND" of its day; null where it leaves one of them blank. */
public record Basis(@Nullable String number, @Nullable LocalDate issuedOn) {}
