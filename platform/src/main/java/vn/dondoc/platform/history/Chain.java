package vn.dondoc.platform.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The hash chain of histories: each entry carries a SHA-256 over the hash before it, the history it is in, and its own bytes as they are
 * stored. The hash of the newest entry stands beside the history too, where a writer reads it without the history. Entries that were
 * written before there was a chain carry none: the chain begins behind them.
 */
public final class Chain {

    /** The field of an entry that holds its hash, always the last. */
    public static final String HASH = "hash";

    /** The field of an aggregate that holds the hash of its newest entry. */
    public static final String HEAD = "historyHead";

    private static final int LENGTH = 32;
    private static final int USUAL_ENTRY = 1024;
    private static final BsonDocumentCodec STORED = new BsonDocumentCodec();
    private static final EncoderContext ENCODING = EncoderContext.builder().build();

    private final String collection;
    private final Codec<Document> codec;

    Chain(String collection, CodecRegistry registry) {
        this.collection = collection;
        this.codec = new DocumentCodec(registry);
    }

    /** Entries that follow each other as they are stored, each with its hash. */
    List<Document> chained(String id, @Nullable Binary head, List<Document> entries) {
        var chained = new ArrayList<Document>(entries.size());
        var previous = head == null ? beginning() : head.getData();
        for (var entry : entries) {
            previous = link(previous, collection, id, codec, entry);
            chained.add(entry.append(HASH, new Binary(previous)));
        }
        return chained;
    }

    static Binary headOf(List<Document> chained) {
        return chained.getLast().get(HASH, Binary.class);
    }

    /** What stands for the hash before the first entry of a chain. */
    public static byte[] beginning() {
        return new byte[LENGTH];
    }

    /** The hash that an entry as it is stored ought to carry behind another. */
    public static byte[] link(byte[] previous, String collection, String id, BsonDocument stored) {
        var bare = new BsonDocument();
        stored.forEach((name, value) -> {
            if (!name.equals(HASH)) {
                bare.append(name, value);
            }
        });
        return link(previous, collection, id, STORED, bare);
    }

    private static <T> byte[] link(byte[] previous, String collection, String id, Codec<T> codec, T entry) {
        try (var buffer = new BasicOutputBuffer(USUAL_ENTRY); var writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, entry, ENCODING);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            digest.update((collection + "/" + id + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(buffer.getInternalBuffer(), 0, buffer.getPosition());
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
