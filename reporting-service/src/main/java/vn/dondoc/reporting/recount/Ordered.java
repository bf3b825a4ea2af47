package vn.dondoc.reporting.recount;

import com.mongodb.client.MongoCursor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stored things in the order of a key, one looked at ahead, so that two such orders can be walked along together. */
final class Ordered<T> implements AutoCloseable {

    private final MongoCursor<T> cursor;
    private final Function<T, String> key;
    private @Nullable T head;
    private long taken;

    Ordered(MongoCursor<T> cursor, Function<T, String> key) {
        this.cursor = cursor;
        this.key = key;
        this.head = cursor.hasNext() ? cursor.next() : null;
    }

    /** The key of the next one; null at the end. */
    @Nullable String key() {
        return head == null ? null : key.apply(head);
    }

    T take() {
        var present = head;
        if (present == null) {
            throw new IllegalStateException("There is none left");
        }
        taken++;
        head = cursor.hasNext() ? cursor.next() : null;
        return present;
    }

    /** How many were taken. */
    long taken() {
        return taken;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
