package vn.dondoc.acceptance.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** MongoDB's own fail point {@code failCommand}: holds a service at an exact place, without a hook in its code. */
final class FailPoint implements AutoCloseable {

    private static final String NAME = "failCommand";

    private final MongoDatabase admin;
    private final int enteredBefore;

    private FailPoint(MongoDatabase admin, int enteredBefore) {
        this.admin = admin;
        this.enteredBefore = enteredBefore;
    }

    /**
     * The server lets those commands wait before it carries them out.
     *
     * @param namespace null for any
     * @param application the client that is meant; null for any
     */
    static FailPoint holding(
            MongoClient client, Duration howLong, @Nullable String namespace, @Nullable String application, String... commands) {
        var data = new Document("failCommands", List.of(commands)).append("blockConnection", true).append("blockTimeMS", howLong.toMillis());
        if (namespace != null) {
            data.append("namespace", namespace);
        }
        if (application != null) {
            data.append("appName", application);
        }
        var admin = client.getDatabase("admin");
        var answer = admin.runCommand(new Document("configureFailPoint", NAME).append("mode", "alwaysOn").append("data", data));
        return new FailPoint(admin, answer.get("count", Number.class).intValue());
    }

    /** Waits until a command is held there. */
    void awaitEntered() {
        admin.runCommand(new Document("waitForFailPoint", NAME).append("timesEntered", enteredBefore + 1).append("maxTimeMS", 120_000));
    }

    /** Holds no further ones; those that wait go on after their time. */
    @Override
    public void close() {
        admin.runCommand(new Document("configureFailPoint", NAME).append("mode", "off"));
    }
}
