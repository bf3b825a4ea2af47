package vn.dondoc.task.file;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import vn.dondoc.task.assignment.Attaching;

/**
 * A file of a task.
 *
 * @param content where it lies in the store
 * @param person who sent it, by the opaque id
 * @param at domain time at which it was sent
 */
public record TaskFile(
        String id, String task, String name, String mediaType, long size, String sha256, String content, String person, Instant at) {

    static TaskFile read(Document stored) {
        return new TaskFile(stored.getString("_id"), stored.getString("task"), stored.getString("name"), stored.getString("mediaType"),
                stored.get("size", Number.class).longValue(), stored.getString("sha256"), stored.getString("content"),
                stored.getString("person"), stored.getDate("at").toInstant());
    }

    Document write() {
        return new Document("_id", id).append("task", task).append("name", name).append("mediaType", mediaType).append("size", size)
                .append("sha256", sha256).append("content", content).append("person", person).append("at", Date.from(at));
    }

    /** As the history keeps it. */
    public Attaching.Named named() {
        return new Attaching.Named(new Attaching.Attached(id, sha256, size), name);
    }

    boolean isTheSameAs(TaskFile other) {
        return task.equals(other.task) && name.equals(other.name) && sha256.equals(other.sha256) && person.equals(other.person);
    }
}
