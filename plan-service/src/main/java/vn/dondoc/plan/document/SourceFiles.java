package vn.dondoc.plan.document;

import com.mongodb.MongoException;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.UnitId;

/** Documents as they came, and their text, in GridFS. A file is stored before what refers
 * to it, and taken away again where that fails. */
@Component
public class SourceFiles {

    private static final Logger LOG = LoggerFactory.getLogger(SourceFiles.class);
    private static final String BUCKET = "sources";

    private final MongoDatabaseFactory databases;

    SourceFiles(MongoDatabaseFactory databases) {
        this.databases = databases;
    }

    /** A document and its text. */
    public record Stored(String file, String textFile) {}

    /** Stores a document and the text that was read out of it: both, or none. */
    public Stored store(UnitId commune, String fileName, String sha256, byte[] content, String text) {
        var metadata = new Document("commune", commune.value()).append("sha256", sha256);
        var file = store(fileName, content, new Document(metadata).append("part", "document"));
        return keptIf(
                        () -> Optional.of(store(fileName, text.getBytes(StandardCharsets.UTF_8), new Document(metadata).append("part", "text"))), file)
                .map(textFile -> new Stored(file, textFile)).orElseThrow();
    }

    /** What comes of files that were stored for it; they are taken away again where nothing does, or where it fails. */
    public <T> Optional<T> keptIf(Supplier<Optional<T>> use, String... stored) {
        var used = false;
        try {
            var result = use.get();
            used = result.isPresent();
            return result;
        } finally {
            if (!used) {
                remove(stored);
            }
        }
    }

    /** Whatever failed before is what the caller has to hear of. */
    private void remove(String... stored) {
        for (var id : stored) {
            try {
                bucket().delete(new ObjectId(id));
            } catch (MongoException left) {
                LOG.warn("The file {} that nothing refers to could not be removed", id, left);
            }
        }
    }

    /** The text stored under that id. */
    public String text(String id) {
        var bytes = new ByteArrayOutputStream();
        bucket().downloadToStream(new ObjectId(id), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String store(String fileName, byte[] content, Document metadata) {
        var options = new GridFSUploadOptions().metadata(metadata);
        return bucket().uploadFromStream(fileName, new ByteArrayInputStream(content), options).toHexString();
    }

    private GridFSBucket bucket() {
        return GridFSBuckets.create(databases.getMongoDatabase(), BUCKET);
    }
}
