package vn.dondoc.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations;

/**
 * The anchor of a day: a root over the heads of all histories that were written to since the anchor before it, and that one's hash. So the
 * newest anchor stands for every head there was.
 *
 * @param seal names its heads: two instances may gather them at once, and one of them is too late
 * @param at by the system's clock
 * @param previous the hash of the anchor before it; zeros for the first
 */
record Anchor(LocalDate day, String seal, Instant at, long heads, byte[] root, byte[] previous, byte[] hash) {

    static Anchor of(LocalDate day, String seal, Instant at, long heads, byte[] root, byte[] previous) {
        return new Anchor(day, seal, at, heads, root, previous, hash(day, at, heads, root, previous));
    }

    static Anchor read(Document stored) {
        return new Anchor(
                LocalDate.parse(stored.getString("_id")), stored.getString("seal"), stored.getDate("at").toInstant(),
                stored.get("heads", Number.class).longValue(), bytes(stored, "root"), bytes(stored, "previous"), bytes(stored, "hash"));
    }

    Document write() {
        return new Document("_id", day.toString()).append("seal", seal).append("at", Date.from(at)).append("heads", heads)
                .append("root", new Binary(root)).append("previous", new Binary(previous)).append("hash", new Binary(hash));
    }

    Operations.Anchor view() {
        return new Operations.Anchor(day, at, heads, HexFormat.of().formatHex(hash));
    }

    /** Whether its hash is over what it holds, and it follows that one. */
    boolean follows(@Nullable Anchor before) {
        return Arrays.equals(hash, hash(day, at, heads, root, previous))
                && Arrays.equals(previous, before == null ? nothing() : before.hash());
    }

    static byte[] nothing() {
        return new byte[sha256().getDigestLength()];
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static byte[] hash(LocalDate day, Instant at, long heads, byte[] root, byte[] previous) {
        var digest = sha256();
        digest.update(previous);
        digest.update((day + "/" + at.toEpochMilli() + "/" + heads + "\0").getBytes(StandardCharsets.UTF_8));
        digest.update(root);
        return digest.digest();
    }

    private static byte[] bytes(Document stored, String name) {
        return stored.get(name, Binary.class).getData();
    }
}
