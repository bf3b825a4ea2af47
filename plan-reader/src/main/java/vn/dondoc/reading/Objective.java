package vn.dondoc.reading;

import org.jspecify.annotations.Nullable;

/**
 * An objective that no figure measures.
 *
 * @param heading the innermost heading above it, without its ordinal
 * @param unit proposed where the text names one that acts
 */
public record Objective(@Nullable String heading, @Nullable String unit, String text, Source source, double confidence, String reason) {
}
