package vn.dondoc.reading;

import org.jspecify.annotations.Nullable;

/**
 * What the part on work and ways to do it says without making a task of it: nobody leads it, no day is set.
 *
 * @param heading the innermost heading above it, without its ordinal
 * @param unit proposed where the text names one that acts
 */
public record Measure(@Nullable String heading, @Nullable String unit, String text, Source source, double confidence, String reason) {
}
