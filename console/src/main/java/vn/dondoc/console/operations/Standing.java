package vn.dondoc.console.operations;

import org.jspecify.annotations.Nullable;

/**
 * One service in the operator's table.
 *
 * @param open records put aside that nobody decided on; null where the service does not say
 * @param trouble why it does not say, a sentence in the user's language
 */
public record Standing(String service, @Nullable Long open, @Nullable String trouble) {}
