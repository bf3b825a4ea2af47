package vn.dondoc.platform.file;

import com.mongodb.MongoException;
import com.mongodb.MongoGridFSException;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A bucket of GridFS. A file is stored before what refers to it, and taken away again where that fails. */
public final class FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    private final MongoDatabaseFactory databases;
    private final String bucket;

    public FileStore(MongoDatabaseFactory databases, String bucket) {
        this.databases = databases;
        this.bucket = bucket;
    }

    /** @return its id */
    public String store(String name, InputStream content, Document metadata) {
        return bucket().uploadFromStream(name, content, new GridFSUploadOptions().metadata(metadata)).toHexString();
    }

    /**
     * Stores a file, then whatever refers to it; where that was refused, or done before, the file is taken away again.
     *
     * @param change is given the id of the file
     * @param isKept whether what came of it refers to that file
     */
    public <T> T keeping(ReceivedFile file, Document metadata, Function<String, T> change, BiPredicate<T, String> isKept) throws IOException {
        String stored;
        try (var in = file.open()) {
            stored = store(file.name(), in, metadata.append("sha256", file.sha256()));
        }
        var kept = false;
        try {
            var done = change.apply(stored);
            kept = isKept.test(done, stored);
            return done;
        } finally {
            if (!kept) {
                remove(stored);
            }
        }
    }

    /** What is stored under that id; nothing where it is not there. */
    public Optional<InputStream> open(String id) {
        try {
            var stream = bucket().openDownloadStream(new ObjectId(id));
            return Optional.of(stream);
        } catch (MongoGridFSException gone) {
            return Optional.empty();
        }
    }

    /** Whatever failed before is what the caller has to hear of: what cannot be removed now is logged. */
    public void remove(String... ids) {
        for (var id : ids) {
            try {
                bucket().delete(new ObjectId(id));
            } catch (MongoException left) {
                LOG.warn("The file {} that nothing refers to could not be removed", id, left);
            }
        }
    }

    private GridFSBucket bucket() {
        return GridFSBuckets.create(databases.getMongoDatabase(), bucket);
    }
}
