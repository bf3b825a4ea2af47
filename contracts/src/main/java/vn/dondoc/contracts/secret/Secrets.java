package vn.dondoc.contracts.secret;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges the secrets that modules are told at their start; those that a local run makes for itself begin with {@code local-}. */
public final class Secrets {

    /** How the secrets of local runs begin, so that no other run accepts them. */
    public static final String LOCAL = "local-";

    private static final int SHORTEST = 32;
    private static final int SHORTEST_IN_LOCAL = 16;
    private static final int FEWEST_CHARACTERS = 8;
    private static final Set<String> WORDS = Set.of("changeme", "change-me", "demo", "example", "password", "secret", "test");

    private Secrets() {}

    /** What is wrong with a secret, as the end of a sentence that begins with its name; empty where nothing is. */
    public static Optional<String> fault(String secret, boolean local) {
        var shortest = local ? SHORTEST_IN_LOCAL : SHORTEST;
        if (secret.length() < shortest) {
            return Optional.of("must have at least " + shortest + " characters.");
        }
        return !local && isDemo(secret) ? Optional.of("is a secret of demonstrations: make one of your own, such as with openssl rand -base64 36.") : Optional.empty();
    }

    /** Whether it was made for a local run, or is a word said over and over, such as everybody writes into an example. */
    public static boolean isDemo(String secret) {
        var lower = secret.toLowerCase(Locale.ROOT);
        return lower.startsWith(LOCAL) || WORDS.stream().anyMatch(lower::startsWith) || secret.chars().distinct().count() < FEWEST_CHARACTERS;
    }
}
