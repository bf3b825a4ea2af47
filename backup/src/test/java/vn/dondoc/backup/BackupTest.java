package vn.dondoc.backup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import vn.dondoc.testing.RealMongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** With a real database: what goes in comes out, of one moment, or not at all. */
class BackupTest {

    private static final int FILLING = 20_000;

    private final MongoClient client = MongoClients.create(RealMongo.shared().uri());

    @TempDir Path folder;
    private String first;
    private String second;
    private Path file;

    @BeforeEach
    void names(TestInfo info) {
        var mark = Integer.toHexString(info.getDisplayName().hashCode());
        first = "backup_a_" + mark;
        second = "backup_b_" + mark;
        file = folder.resolve("all.dondoc");
    }

    @AfterEach
    void nothingLeft() {
        database(first).drop();
        database(second).drop();
        client.close();
    }

    @Test
    void a_backup_taken_while_people_work_is_of_one_moment_across_databases() throws Exception {
        fill(first, FILLING);
        // Beyond what is read first and last: the one is written before the other, so that at any moment they are equal or one apart
        var early = database(first).getCollection("aaa");
        var late = database(second).getCollection("zzz");
        var on = new AtomicBoolean(true);
        count(early, 0);
        count(late, 0);
        var work = CompletableFuture.runAsync(() -> {
            for (int number = 1; on.get(); number++) {
                count(early, number);
                count(late, number);
            }
        });
        await().until(() -> number(late) > 50);
        var manifest = taking(first, second).into(file);
        var during = number(late);
        await().until(() -> number(late) > during + 20);
        on.set(false);
        work.get(30, TimeUnit.SECONDS);

        restore(true);
        assertThat(number(early) - number(late)).as("of the same moment").isBetween(0, 1);
        assertThat(number(late)).as("and not of after the backup").isBetween(50, during);
        assertThat(database(first).getCollection("filling").countDocuments()).isEqualTo(FILLING);
        assertThat(manifest.documents()).isEqualTo(FILLING + 2L);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void documents_options_and_indexes_come_back_as_they_were_byte_by_byte() throws IOException {
        var random = new Random(20261128);
        var database = database(first);
        database.createCollection("đơn vị", new CreateCollectionOptions().collation(Collation.builder().locale("vi").build()));
        var units = database.getCollection("đơn vị");
        units.createIndex(Indexes.ascending("code"), new IndexOptions().unique(true).name("once"));
        units.createIndex(Indexes.descending("at"), new IndexOptions().expireAfter(400L, TimeUnit.DAYS).partialFilterExpression(Filters.exists("at")));
        units.insertMany(IntStream.range(0, 3000).mapToObj(number -> new Document("_id", number).append("code", "ma-" + number).append("name", "Phòng Kinh tế số " + number)
                .append("bytes", new Binary(bytes(random))).append("nested", List.of(new Document("x", random.nextDouble()), "text", 2L))).toList());
        database(second).createCollection("empty");
        var before = all(first, "đơn vị");
        var indexes = indexes(first, "đơn vị");
        taking(first, second).into(file);
        restore(true);
        assertThat(all(first, "đơn vị")).isEqualTo(before);
        assertThat(indexes(first, "đơn vị")).isEqualTo(indexes);
        assertThat(options(first, "đơn vị")).contains("\"locale\": \"vi\"");
        assertThat(database(second).listCollectionNames()).containsExactly("empty");
    }

    @Test
    void what_is_there_is_not_dropped_unless_somebody_says_so() throws IOException {
        fill(first, 10);
        taking(first).into(file);
        fill(first, 5);
        assertThatThrownBy(() -> restore(false)).isInstanceOf(BackupFault.class).hasMessageContaining("--replace");
        assertThat(database(first).getCollection("filling").countDocuments()).isEqualTo(15);
        restore(true);
        assertThat(database(first).getCollection("filling").countDocuments()).isEqualTo(10);
        database(first).drop();
        restore(false);
        assertThat(database(first).getCollection("filling").countDocuments()).as("into nothing").isEqualTo(10);
    }

    @Test
    void a_file_that_was_changed_or_cut_drops_nothing() throws IOException {
        fill(first, 2000);
        database(first).getCollection("filling").createIndex(Indexes.ascending("number"), new IndexOptions().name("by-number"));
        var manifest = taking(first).into(file);
        var whole = Files.readAllBytes(file);
        var random = new Random(7);
        for (int round = 0; round < 120; round++) {
            var broken = whole.clone();
            // Every other one in the manifest and the directory behind it
            var from = round % 2 == 0 ? 0 : broken.length * 9 / 10;
            broken[from + random.nextInt(broken.length - from)] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, broken);
            try (var read = BackupFile.open(file)) {
                // Where a byte decides nothing, such as a time stamp of the archive, what is read is still what was written
                read.verify();
                assertThat(read.manifest()).isEqualTo(manifest);
            } catch (BackupFault | IOException refused) {
                assertThat(refused).hasMessageNotContaining("\n");
            }
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> restore(true)).isInstanceOf(BackupFault.class).hasMessageContaining("broken off");
        var data = whole.clone();
        data[whole.length / 3] ^= 1;
        Files.write(file, data);
        assertThatThrownBy(() -> restore(true)).isInstanceOf(BackupFault.class);
        assertThat(database(first).getCollection("filling").countDocuments()).isEqualTo(2000);
    }

    @Test
    void a_manifest_that_is_none_is_a_sentence_and_drops_nothing() throws IOException {
        fill(first, 10);
        for (var strange : List.of("garbage{", "{\"format\":1}", "{\"format\":\"x\"}", "{\"format\":1,\"takenAt\":7}", "[]", "")) {
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("manifest.json"));
                zip.write(strange.getBytes(StandardCharsets.UTF_8));
            }
            assertThatThrownBy(() -> restore(true)).as(strange).isInstanceOf(BackupFault.class);
        }
        assertThat(database(first).getCollection("filling").countDocuments()).isEqualTo(10);
    }

    @Test
    void not_even_what_is_empty_is_dropped_where_another_database_is_in_use() throws IOException {
        fill(first, 10);
        fill(second, 10);
        taking(first, second).into(file);
        database(first).getCollection("filling").deleteMany(new Document());
        assertThatThrownBy(() -> restore(false)).hasMessageContaining(second);
        assertThat(database(first).listCollectionNames()).containsExactly("filling");
    }

    @Test
    void a_backup_overwrites_nothing_and_leaves_nothing_half_done() throws IOException {
        fill(first, 10);
        Files.writeString(file, "something else");
        assertThatThrownBy(() -> taking(first).into(file)).isInstanceOf(BackupFault.class).hasMessageContaining("there already");
        assertThat(file).hasContent("something else");
        Files.delete(file);
        Files.writeString(folder.resolve("all.dondoc.part"), "of another run");
        assertThatThrownBy(() -> taking(first).into(file)).isInstanceOf(BackupFault.class).hasMessageContaining("take it away");
        Files.delete(folder.resolve("all.dondoc.part"));
        taking(first).into(file);
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void a_relay_reads_the_histories_from_the_beginning_after_a_restore_and_keeps_its_generation() throws IOException {
        var relay = database(first).getCollection("relay");
        relay.insertOne(new Document("_id", "relay").append("epoch", 7L).append("generation", 3L).append("owner", "somebody")
                .append("until", new java.util.Date()).append("writtenAt", new java.util.Date()).append("token", new Document("_data", "82AB")));
        taking(first).into(file);
        restore(true);
        var restored = java.util.Objects.requireNonNull(relay.find().first());
        assertThat(restored).containsEntry("epoch", 7L).containsEntry("generation", 3L).containsEntry("repairFrom", new java.util.Date(0)).containsKey("startAt")
                .doesNotContainKeys("token", "owner", "until");
    }

    @Test
    void the_program_says_what_it_did_and_what_it_was_not_told() throws IOException {
        fill(first, 10);
        var environment = Map.of("MONGODB_URI", RealMongo.shared().uri(), "DONDOC_BACKUP_DATABASES", first);
        assertThat(Main.run(List.of("take", file.toString()), environment)).isZero();
        assertThat(Main.run(List.of("check", file.toString()), Map.of())).isZero();
        assertThat(Main.run(List.of("restore", file.toString()), environment)).as("not empty").isEqualTo(1);
        assertThat(Main.run(List.of("restore", file.toString(), "--replace"), environment)).isZero();
        assertThat(Main.run(List.of("take", folder.resolve("b").toString()), Map.of())).isEqualTo(1);
        assertThat(Main.run(List.of("take", file.toString(), "--replace"), environment)).isEqualTo(2);
        assertThat(Main.run(List.of("burn", file.toString()), environment)).isEqualTo(2);
        assertThat(Main.run(List.of(), environment)).isEqualTo(2);
        database(second).drop();
        assertThatThrownBy(() -> taking(second).into(folder.resolve("d"))).isInstanceOf(BackupFault.class).hasMessageContaining("nothing in");
        assertThat(Main.run(List.of("take", folder.resolve("c").toString()), Map.of("MONGODB_URI", "nowhere"))).isEqualTo(1);
    }

    private Taking taking(String... databases) {
        return new Taking(client, List.of(databases), Clock.systemUTC(), _ -> {});
    }

    private void restore(boolean replace) throws IOException {
        try (var read = BackupFile.open(file)) {
            new Restoring(client, _ -> {}).from(read, replace);
        }
    }

    private MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    private void fill(String database, int documents) {
        database(database).getCollection("filling").insertMany(
                IntStream.range(0, documents).mapToObj(number -> new Document("number", number).append("text", "Việc số " + number)).toList());
    }

    private static void count(com.mongodb.client.MongoCollection<Document> collection, int number) {
        collection.updateOne(Filters.eq("_id", "counter"), Updates.set("number", number), new UpdateOptions().upsert(true));
    }

    private static int number(com.mongodb.client.MongoCollection<Document> collection) {
        return java.util.Objects.requireNonNull(collection.find(Filters.eq("_id", "counter")).first()).getInteger("number");
    }

    private List<RawBsonDocument> all(String database, String collection) {
        return database(database).getCollection(collection, RawBsonDocument.class).find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private List<String> indexes(String database, String collection) {
        return database(database).getCollection(collection).listIndexes().map(Document::toJson).into(new ArrayList<>()).stream().sorted().toList();
    }

    private String options(String database, String collection) {
        return database(database).listCollections().filter(Filters.eq("name", collection)).map(Document::toJson).first();
    }

    private static byte[] bytes(Random random) {
        var bytes = new byte[random.nextInt(600)];
        random.nextBytes(bytes);
        return bytes;
    }
}
