package vn.dondoc.plan.document;

import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.UnitId;

/** Documents as they came, and their text, in GridFS. A file without a draft is harmless: it was stored before its draft could be. */
@Component
public class SourceFiles {

    private static final String BUCKET = "sources";

    private final MongoDatabaseFactory databases;

    SourceFiles(MongoDatabaseFactory databases) {
        this.databases = databases;
    }

    /** Stores a document; returns under which id. */
    public String store(UnitId commune, String fileName, String sha256, byte[] content) {
        return store(fileName, content, new Document("commune", commune.value()).append("sha256", sha256).append("part", "document"));
    }

    /** Stores the text that was read out of a document. */
    public String storeText(UnitId commune, String fileName, String sha256, String text) {
        var metadata = new Document("commune", commune.value()).append("sha256", sha256).append("part", "text");
        return store(fileName, text.getBytes(StandardCharsets.UTF_8), metadata);
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
