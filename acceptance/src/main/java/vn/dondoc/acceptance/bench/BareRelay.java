package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.dondoc.platform.relay.RelayConfiguration;
import vn.dondoc.testing.RealBroker;

/**
 * A loop by driver and producer alone: the relay's own change stream, records with the same content and headers, a flush for each batch. It
 * keeps no position, filters nothing and leads no metrics.
 */
final class BareRelay implements AutoCloseable {

    private static final String TOPIC = "bench.bare";
    private static final int PARTITIONS = 12;

    private final MongoDatabase database;
    private final KafkaProducer<String, byte[]> producer;

    private BareRelay(MongoDatabase database, KafkaProducer<String, byte[]> producer) {
        this.database = database;
        this.producer = producer;
    }

    static BareRelay open(MongoDatabase database) throws ExecutionException, InterruptedException {
        var broker = Map.<String, Object>of("bootstrap.servers", RealBroker.shared().bootstrapServers());
        try (var admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
        }
        var settings = new HashMap<>(broker);
        settings.putAll(RelayConfiguration.PRODUCER);
        return new BareRelay(database, new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    /** Sends all of a backlog; returns when the last record is acknowledged. */
    void send(Backlog backlog, List<? extends Bson> stages, int batchSize) throws ExecutionException, InterruptedException {
        try (var cursor = database.watch(stages).batchSize(batchSize).startAtOperationTime(backlog.since()).cursor()) {
            for (var sent = 0; sent < backlog.entries(); ) {
                sent += sendBatch(cursor);
            }
        }
    }

    private int sendBatch(MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor) throws ExecutionException, InterruptedException {
        var pending = new ArrayList<Future<RecordMetadata>>();
        do {
            var change = cursor.next();
            var subject = BenchService.COLLECTION + "/" + Objects.requireNonNull(change.getDocumentKey()).getString("_id").getValue();
            var update = change.getUpdateDescription();
            if (update != null && update.getUpdatedFields() != null) {
                update.getUpdatedFields().values().forEach(entry -> pending.add(producer.send(record(subject, entry.asDocument()))));
            }
        } while (cursor.available() > 0);
        producer.flush();
        for (var acknowledgement : pending) {
            acknowledgement.get();
        }
        return pending.size();
    }

    private static ProducerRecord<String, byte[]> record(String subject, BsonDocument entry) {
        var data = entry.getDocument("data").toJson().getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(TOPIC, entry.getString("partitionKey").getValue(), data);
        header(record, "ce_specversion", "1.0");
        header(record, "content-type", "application/json");
        header(record, "ce_id", entry.getString("id").getValue());
        header(record, "ce_type", entry.getString("type").getValue());
        header(record, "ce_source", "/bench-service");
        header(record, "ce_subject", subject);
        header(record, "ce_time", Instant.ofEpochMilli(entry.getDateTime("at").getValue()).toString());
        header(record, "ce_sequence", Long.toString(entry.getNumber("sequence").longValue()));
        header(record, "ce_correlation", entry.getString("correlation").getValue());
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
