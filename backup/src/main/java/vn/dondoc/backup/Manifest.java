package vn.dondoc.backup;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.BSONException;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonParseException;
import org.bson.json.JsonWriterSettings;

/**
 * What a backup file says of itself, its last entry.
 *
 * @param takenAt by the system's clock of the machine that wrote it
 * @param moment the cluster time that everything in it was read at
 */
public record Manifest(Instant takenAt, BsonTimestamp moment, List<Stored> collections) {

    static final String ENTRY = "manifest.json";
    private static final int FORMAT = 1;
    private static final JsonWriterSettings JSON = JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).indent(true).build();

    public Manifest {
        // As exact as it is written
        takenAt = takenAt.truncatedTo(ChronoUnit.MILLIS);
        collections = List.copyOf(collections);
    }

    /**
     * One collection in the file.
     *
     * @param options as the server lists them; {@code indexes} without the one on the id
     * @param sha256 of its documents as they follow each other in BSON, 64 hexadecimal digits
     */
    public record Stored(String database, String name, Document options, List<Document> indexes, long documents, String sha256) {

        public Stored {
            indexes = List.copyOf(indexes);
        }

        String entry() {
            return database + "/" + name + ".bson";
        }

        String full() {
            return database + "." + name;
        }
    }

    /** Of all collections together. */
    public long documents() {
        return collections.stream().mapToLong(Stored::documents).sum();
    }

    List<String> databases() {
        return collections.stream().map(Stored::database).distinct().toList();
    }

    String write() {
        return new Document("format", FORMAT).append("takenAt", Date.from(takenAt)).append("moment", moment)
                .append("collections", collections.stream().map(one -> new Document("database", one.database()).append("name", one.name())
                        .append("options", one.options()).append("indexes", one.indexes()).append("documents", one.documents()).append("sha256", one.sha256())).toList())
                .toJson(JSON);
    }

    /** @throws BackupFault where it is none, or of another version */
    static Manifest read(String json) {
        try {
            return of(Document.parse(json));
        } catch (JsonParseException | BSONException | ClassCastException | NullPointerException strange) {
            throw new BackupFault("The manifest in the file cannot be read.", strange);
        }
    }

    private static Manifest of(Document stored) {
        if (!Integer.valueOf(FORMAT).equals(stored.get("format"))) {
            throw new BackupFault("The file is a backup of another version of this program: format " + stored.get("format") + " instead of " + FORMAT + ".");
        }
        return new Manifest(
                stored.getDate("takenAt").toInstant(), Objects.requireNonNull(stored.get("moment", BsonTimestamp.class)),
                stored.getList("collections", Document.class).stream().map(one -> new Stored(
                        Objects.requireNonNull(one.getString("database")), Objects.requireNonNull(one.getString("name")), Objects.requireNonNull(one.get("options", Document.class)),
                        one.getList("indexes", Document.class), one.get("documents", Number.class).longValue(), Objects.requireNonNull(one.getString("sha256")))).toList());
    }
}
