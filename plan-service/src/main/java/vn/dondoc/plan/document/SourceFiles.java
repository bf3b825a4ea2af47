package vn.dondoc.plan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.file.FileStore;

/** Documents as they came, and their text, in GridFS. A file is stored before what refers
 * to it, and taken away again where that fails. */
@Component
public class SourceFiles {

    private final FileStore files;

    SourceFiles(MongoDatabaseFactory databases) {
        this.files = new FileStore(databases, "sources");
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
                files.remove(stored);
            }
        }
    }

    /** The text stored under that id. */
    public String text(String id) {
        try (var text = files.open(id).orElseThrow(() -> new IllegalStateException("No text is stored under " + id))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String store(String fileName, byte[] content, Document metadata) {
        return files.store(fileName, new ByteArrayInputStream(content), metadata);
    }
}
