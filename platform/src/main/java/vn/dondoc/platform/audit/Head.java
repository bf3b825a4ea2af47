package vn.dondoc.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bson.Document;
import org.bson.types.Binary;

/** The hash that stood at the end of a history when an anchor was made. */
record Head(String collection, String aggregate, long sequence, byte[] hash) {

    static Head read(Document stored) {
        return new Head(stored.getString("collection"), stored.getString("aggregate"), stored.get("sequence", Number.class).longValue(),
                stored.get("hash", Binary.class).getData());
    }

    Document write(String seal) {
        return new Document("seal", seal).append("collection", collection).append("aggregate", aggregate)
                .append("sequence", sequence).append("hash", new Binary(hash));
    }

    void into(MessageDigest root) {
        root.update((collection + "/" + aggregate + "/" + sequence + "\0").getBytes(StandardCharsets.UTF_8));
        root.update(hash);
    }
}
