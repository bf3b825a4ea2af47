package vn.dondoc.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import vn.dondoc.contracts.event.EventHeaders;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.testing.RealBroker;

/**
 * The same work by hand: two consumers of the same topic write the same facts, and the counts of a batch into the same three cells each,
 * in two bulk writes. No transaction, no look at what is known, no differences, no days: it counts wrongly when anything comes twice.
 */
final class BareProjection implements AutoCloseable {

    private static final int CONSUMERS = 2;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> facts;
    private final MongoCollection<Document> cells;
    private final List<KafkaConsumer<byte[], byte[]>> consumers = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONSUMERS);

    /** Reads from the present ends of the topic. */
    BareProjection(MongoDatabase database) {
        facts = database.getCollection("facts_by_hand");
        cells = database.getCollection("cells_by_hand");
        for (int number = 0; number < CONSUMERS; number++) {
            consumers.add(consumer(number));
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(int number) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", RealBroker.shared().bootstrapServers(), "group.id", "by-hand", "enable.auto.commit", false, "max.poll.records", 500),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var own = consumer.partitionsFor(Topic.TASK.topicName()).stream()
                .filter(part -> part.partition() % CONSUMERS == number).map(part -> new TopicPartition(part.topic(), part.partition())).toList();
        consumer.assign(own);
        consumer.seekToEnd(own);
        own.forEach(consumer::position);
        return consumer;
    }

    /** Takes everything up to the present ends; answers how many events that were. */
    long drain() throws Exception {
        var taken = 0L;
        var parts = new ArrayList<java.util.concurrent.Callable<Long>>();
        consumers.forEach(consumer -> parts.add(() -> drain(consumer)));
        for (var part : threads.invokeAll(parts)) {
            taken += part.get();
        }
        return taken;
    }

    private long drain(KafkaConsumer<byte[], byte[]> consumer) {
        var ends = consumer.endOffsets(consumer.assignment());
        var taken = 0L;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var batch = consumer.poll(Duration.ofMillis(100));
            if (!batch.isEmpty()) {
                take(batch);
                consumer.commitSync();
                taken += batch.count();
            }
        }
        return taken;
    }

    private void take(ConsumerRecords<byte[], byte[]> batch) {
        var writes = new ArrayList<WriteModel<Document>>();
        var counts = new HashMap<String, Map<String, Integer>>();
        for (var record : batch) {
            var task = EventJson.mapper().readTree(record.value()).get("task");
            var fact = fact(task, record);
            writes.add(new ReplaceOneModel<>(Filters.eq("_id", fact.getString("_id")), fact, new ReplaceOptions().upsert(true)));
            for (var cell : List.of(text(task, "commune"), text(task, "plan"), text(task, "plan") + "/" + task.get("lead").get(0).stringValue())) {
                counts.computeIfAbsent(cell, _ -> new HashMap<>()).merge("counts." + text(task, "timeClass"), 1, Integer::sum);
            }
        }
        facts.bulkWrite(writes, UNORDERED);
        cells.bulkWrite(counts.entrySet().stream().map(cell -> update(cell.getKey(), cell.getValue())).toList(), UNORDERED);
    }

    private static UpdateOneModel<Document> update(String cell, Map<String, Integer> counts) {
        return new UpdateOneModel<>(Filters.eq("_id", cell), new Document("$inc", new Document(counts)), new UpdateOptions().upsert(true));
    }

    private static Document fact(JsonNode task, ConsumerRecord<byte[], byte[]> record) {
        var units = new HashSet<String>();
        task.get("lead").forEach(unit -> units.add(unit.stringValue()));
        return new Document("_id", "task/" + text(task, "id"))
                .append("sequence", Long.parseLong(header(record, EventHeaders.SEQUENCE)))
                .append("at", Date.from(Instant.parse(header(record, EventHeaders.TIME))))
                .append("province", text(task, "province"))
                .append("commune", text(task, "commune"))
                .append("plan", text(task, "plan"))
                .append("units", List.copyOf(units))
                .append("counted", List.of(text(task, "timeClass")))
                .append("line", new Document("title", text(task, "title")).append("ordinal", text(task, "ordinal")).append("timeClass", text(task, "timeClass")))
                .append("money", new Document("title", text(task, "title")).append("planned", task.get("budgetVnd").longValue()));
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).stringValue();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        consumers.forEach(KafkaConsumer::close);
    }
}
