package vn.dondoc.contracts.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How identifiers look, and how those of parts are derived from the id of their whole. */
public final class Ids {

    private static final int LONGEST = 80;

    private Ids() {}

    /**
     * An id that is always the same for the same parts, so that doing a thing twice creates it once.
     *
     * @return 32 hexadecimal digits
     */
    public static String derived(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Whether a text from outside can be an id at all: a letter or digit of ASCII, then such or one of {@code . _ : -}, 80 characters at
     * most. Each id that is read from a history is checked, so this is a loop and no pattern.
     */
    public static boolean plausible(String value) {
        if (value.isEmpty() || value.length() > LONGEST || !isLetterOrDigit(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            if (!isLetterOrDigit(value.charAt(i)) && "._:-".indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    static void check(String value) {
        if (!plausible(value)) {
            throw new IllegalArgumentException("Not an identifier");
        }
    }
}
