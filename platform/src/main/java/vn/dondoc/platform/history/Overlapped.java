package vn.dondoc.platform.history;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Many writes, sent in parts while the rest of them is still being decided: deciding and the database have a core each then. One
 * part is under way at a time. Used once, by one thread.
 */
final class Overlapped implements AutoCloseable {

    private static final int PART = 250;

    private final MongoCollection<Document> collection;
    private List<WriteModel<Document>> gathered = new ArrayList<>(PART);
    private @Nullable FutureTask<Integer> underWay;
    private int modified;

    Overlapped(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void add(WriteModel<Document> write) {
        gathered.add(write);
        if (gathered.size() == PART) {
            close();
            var part = gathered;
            gathered = new ArrayList<>(PART);
            var task = new FutureTask<>(() -> written(part));
            underWay = task;
            Thread.ofVirtual().name("history-writes").start(task);
        }
    }

    /**
     * Writes what is left and waits for all.
     *
     * @return how many documents were modified
     */
    int finish() {
        close();
        if (!gathered.isEmpty()) {
            modified += written(gathered);
        }
        return modified;
    }

    /** Waits for what is under way, so that nothing is written later. */
    @Override
    public void close() {
        var task = underWay;
        underWay = null;
        if (task == null) {
            return;
        }
        try {
            modified += task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a part was being written", stopped);
        }
    }

    private int written(List<WriteModel<Document>> part) {
        return collection.bulkWrite(part, new BulkWriteOptions().ordered(false)).getModifiedCount();
    }
}
