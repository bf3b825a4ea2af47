package vn.dondoc.backup;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Takes a backup while people work: everything is read at one moment, across all databases, by a snapshot of the server. Nothing is
 * locked. The file appears under its name only when it is whole, readable by its owner alone.
 */
public final class Taking {

    private static final int ATTEMPTS = 5;
    private static final int BATCH = 1000;
    /** A collection was made or indexed while it was read. */
    private static final int SNAPSHOT_UNAVAILABLE = 246;

    private static final int SNAPSHOT_TOO_OLD = 239;

    private final MongoClient client;
    private final List<String> databases;
    private final Clock clock;
    private final Consumer<String> say;

    public Taking(MongoClient client, List<String> databases, Clock clock, Consumer<String> say) {
        this.client = client;
        this.databases = List.copyOf(databases);
        this.clock = clock;
        this.say = say;
    }

    /** @throws BackupFault where it cannot be taken; nothing is left under that name then */
    public Manifest into(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new BackupFault(file + " is there already: a backup overwrites nothing.");
        }
        for (int attempt = 1; ; attempt++) {
            var unfinished = file.resolveSibling(file.getFileName() + ".part");
            try {
                return attempt(unfinished, file);
            } catch (FileAlreadyExistsException other) {
                throw new BackupFault(unfinished + " is there already: another backup writes it, or one was broken off; take it away.", other);
            } catch (MongoException refused) {
                Files.deleteIfExists(unfinished);
                if (refused.getCode() != SNAPSHOT_UNAVAILABLE || attempt == ATTEMPTS) {
                    throw fault(refused);
                }
                say.accept("a collection was made meanwhile: beginning again");
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(unfinished);
                throw failed;
            }
        }
    }

    private static BackupFault fault(MongoException refused) {
        return refused.getCode() == SNAPSHOT_TOO_OLD
                ? new BackupFault("The server keeps a moment for too short a time: set its parameter minSnapshotHistoryWindowInSeconds to longer than a backup takes.", refused)
                : new BackupFault("The database did not answer: " + refused.getClass().getSimpleName() + " " + refused.getCode() + ".", refused);
    }

    private Manifest attempt(Path unfinished, Path file) throws IOException {
        Manifest manifest;
        try (var raw = Files.newOutputStream(Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
                var zip = new ZipOutputStream(new BufferedOutputStream(raw, 1 << 20), StandardCharsets.UTF_8);
                var session = client.startSession(ClientSessionOptions.builder().snapshot(true).build())) {
            zip.setLevel(Deflater.BEST_SPEED);
            manifest = write(zip, session);
        }
        try (var written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return manifest;
    }

    private Manifest write(ZipOutputStream zip, ClientSession session) throws IOException {
        var takenAt = clock.instant();
        // The first read chooses the moment; what was made before it is listed after it, and so not missed
        var any = databases.stream().flatMap(database -> listed(database).stream().map(one -> new MongoNamespace(database, one.getString("name")))).findFirst()
                .orElseThrow(() -> new BackupFault("There is nothing in " + String.join(", ", databases) + "."));
        client.getDatabase(any.getDatabaseName()).getCollection(any.getCollectionName()).find(session).first();
        var moment = Objects.requireNonNull(session.getSnapshotTimestamp(), "a snapshot has its moment");
        var stored = new ArrayList<Manifest.Stored>();
        for (var database : databases) {
            for (var listed : listed(database)) {
                stored.add(collection(zip, session, database, listed));
            }
        }
        var manifest = new Manifest(takenAt, moment, stored);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(manifest.write().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return manifest;
    }

    private List<Document> listed(String database) {
        return client.getDatabase(database).listCollections().into(new ArrayList<>()).stream()
                .filter(one -> "collection".equals(one.getString("type")) && !one.getString("name").startsWith("system."))
                .sorted(Comparator.comparing(one -> one.getString("name"))).toList();
    }

    private Manifest.Stored collection(ZipOutputStream zip, ClientSession session, String database, Document listed) throws IOException {
        var name = listed.getString("name");
        var collection = client.getDatabase(database).getCollection(name, RawBsonDocument.class);
        var indexes = collection.listIndexes().into(new ArrayList<>()).stream().filter(index -> !"_id_".equals(index.getString("name")))
                .peek(index -> index.remove("ns")).toList();
        zip.putNextEntry(new ZipEntry(database + "/" + name + ".bson"));
        var digest = new DigestOutputStream(new Uncloseable(zip), Fingerprints.sha256());
        var documents = 0L;
        try (var all = collection.find(session).batchSize(BATCH).iterator()) {
            while (all.hasNext()) {
                var bytes = all.next().getByteBuffer();
                digest.write(bytes.array(), bytes.position(), bytes.remaining());
                documents++;
            }
        }
        zip.closeEntry();
        if (documents > 0) {
            say.accept("%s.%s: %d".formatted(database, name, documents));
        }
        return new Manifest.Stored(database, name, Objects.requireNonNullElseGet(listed.get("options", Document.class), Document::new), indexes, documents,
                HexFormat.of().formatHex(digest.getMessageDigest().digest()));
    }

    /** Whether the server can be asked at all, before a file is begun. */
    public void ensureReachable() {
        try {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
        } catch (MongoCommandException refused) {
            throw new BackupFault("The database does not let us in: " + refused.getErrorCodeName() + ".", refused);
        } catch (MongoException away) {
            throw new BackupFault("The database does not answer.", away);
        }
    }

    /** The entries of a file end, the file goes on. */
    private static final class Uncloseable extends java.io.FilterOutputStream {

        Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {
            // its owner does
        }
    }

    /** Every Java platform has it. */
    static final class Fingerprints {

        private Fingerprints() {}

        static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (java.security.NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
