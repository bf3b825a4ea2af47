package vn.dondoc.platform.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * What people wrote with the entries of a change. It stands beside the history, each text with a salt of its own, and can be erased with it;
 * the entry holds only a hash over both, so that a text that was changed is found, and one that was erased is not known by its hash.
 */
public record Words(Document texts, Document salts) {

    /** The field of an aggregate that holds the texts by entry. */
    public static final String TEXTS = "texts";

    /** The field of an aggregate that holds their salts by entry. */
    public static final String SALTS = "textSalts";

    /** The field of an entry that holds the hash of its text. */
    public static final String HASH = "textHash";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;

    static Words of(List<HistoryEntry> entries, List<Fact> facts) {
        var words = new Words(new Document(), new Document());
        for (int i = 0; i < facts.size(); i++) {
            var text = facts.get(i).text();
            if (text != null) {
                var salt = new byte[SALT];
                RANDOM.nextBytes(salt);
                words.texts.append(entries.get(i).id(), text);
                words.salts.append(entries.get(i).id(), new Binary(salt));
            }
        }
        return words;
    }

    /** The entry as it is stored, with the hash of its text where it has one. */
    Document write(HistoryEntry entry) {
        var stored = entry.write();
        var text = texts.getString(entry.id());
        return text == null ? stored : stored.append(HASH, new Binary(hash(salts.get(entry.id(), Binary.class).getData(), text)));
    }

    /** What stands for a text in its entry. */
    public static byte[] hash(byte[] salt, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
