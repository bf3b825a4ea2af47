package vn.dondoc.task.file;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.platform.file.FileStore;
import vn.dondoc.platform.file.ReceivedFile;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;

/** The files of tasks. One is sent first and lies here until something is told with it; the history then says that it belongs to the task. */
public final class TaskFiles {

    static final String COLLECTION = "task_files";
    static final String TASK = "task";
    /** When to look whether it was told of; absent once it was. */
    static final String LOOK_AT = "lookAt";
    /** It can be told of no more; absent where it can. */
    static final String IS_ASIDE = "aside";
    static final String BUCKET = "evidence";

    /** What one person may have sent to a task without telling anything with it. */
    private static final int MOST_OF_A_PERSON = 200;

    private final MongoTemplate mongo;
    private final FileStore store;

    TaskFiles(MongoTemplate mongo, FileStore store) {
        this.mongo = mongo;
        this.store = store;
    }

    /**
     * Keeps a file; under the same key a second time it is the one that was kept before.
     *
     * @throws ProblemException 422 where the key was used for another file, or there are too many
     */
    public TaskFile keep(String task, ReceivedFile received, Call call) throws IOException {
        var person = call.caller().person().value();
        if (files().countDocuments(Filters.and(Filters.eq(TASK, task), Filters.eq("person", person))) >= MOST_OF_A_PERSON) {
            throw ProblemException.of(422, "FILES_TOO_MANY", MOST_OF_A_PERSON);
        }
        String content;
        try (var in = received.open()) {
            content = store.store(received.name(), in, new Document(TASK, task).append("sha256", received.sha256()));
        }
        var file = new TaskFile(call.newId("task-file"), task, received.name(), received.kind().mediaType(), received.size(),
                received.sha256(), content, person, call.at());
        try {
            files().insertOne(file.write().append(LOOK_AT, Date.from(call.at().plus(UnnamedFiles.KEPT))));
            return file;
        } catch (MongoWriteException refused) {
            store.remove(content);
            if (ErrorCategory.fromErrorCode(refused.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            return find(file.id()).filter(file::isTheSameAs).orElseThrow(() -> ProblemException.of(422, "IDEMPOTENCY_KEY_REUSED"));
        } catch (MongoException away) {
            store.remove(content);
            throw away;
        }
    }

    public Optional<TaskFile> find(String id) {
        return Optional.ofNullable(files().find(Filters.eq("_id", id)).first()).map(TaskFile::read);
    }

    /** Those of these ids that are files of the task, in the order of the ids. */
    public List<TaskFile> of(String task, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<String, TaskFile>();
        files().find(Filters.and(Filters.eq(TASK, task), Filters.in("_id", ids), Filters.exists(IS_ASIDE, false))).map(TaskFile::read).forEach(file -> found.put(file.id(), file));
        return ids.stream().distinct().filter(found::containsKey).map(found::get).toList();
    }

    /** The same by their ids. */
    public Map<String, TaskFile> byId(String task, Collection<String> ids) {
        var all = new LinkedHashMap<String, TaskFile>();
        of(task, ids).forEach(file -> all.put(file.id(), file));
        return all;
    }

    /** What a file holds; nothing where it is lost. */
    public Optional<InputStream> open(TaskFile file) {
        return store.open(file.content());
    }

    private MongoCollection<Document> files() {
        return mongo.getCollection(COLLECTION);
    }
}
