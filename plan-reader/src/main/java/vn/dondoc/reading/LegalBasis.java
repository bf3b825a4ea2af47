package vn.dondoc.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A document cited by its number; the date is null where no citation gives one. */
public record LegalBasis(String number, @Nullable LocalDate date, Source source, double confidence, String reason) {
}
