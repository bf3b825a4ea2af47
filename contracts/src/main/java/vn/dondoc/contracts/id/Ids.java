package vn.dondoc.contracts.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How identifiers look, and how those of parts are derived from the id of their whole. */
public final class Ids {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,79}");

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

    /** Whether a text from outside can be an id at all. */
    public static boolean plausible(String value) {
        return SHAPE.matcher(value).matches();
    }

    static void check(String value) {
        if (!plausible(value)) {
            throw new IllegalArgumentException("Not an identifier");
        }
    }
}
