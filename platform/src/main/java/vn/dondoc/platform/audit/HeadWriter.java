package vn.dondoc.platform.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Stores the heads of an anchor in their order and computes the root over them. Used once. */
final class HeadWriter {

    private static final int BATCH = 1000;

    private final MongoCollection<Document> heads;
    private final String seal;
    private final MessageDigest digest = Anchor.sha256();
    private final List<Document> gathered = new ArrayList<>(BATCH);
    private long count;

    HeadWriter(MongoDatabase database, String seal) {
        this.heads = database.getCollection(Anchors.HEADS);
        this.seal = seal;
    }

    void add(Head head) {
        head.into(digest);
        gathered.add(head.write(seal));
        count++;
        if (gathered.size() == BATCH) {
            write();
        }
    }

    /** Writes what is left; answers how many there are. */
    long finish() {
        write();
        return count;
    }

    byte[] root() {
        return digest.digest();
    }

    private void write() {
        if (!gathered.isEmpty()) {
            heads.insertMany(gathered);
            gathered.clear();
        }
    }
}
