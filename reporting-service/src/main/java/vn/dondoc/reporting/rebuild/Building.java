package vn.dondoc.reporting.rebuild;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.model.Model;

/**
 * A model that is being built, as the instance that holds its lease sees it.
 *
 * @param parts what is to be read of each partition; empty until that was looked up
 */
record Building(Model model, Map<TopicPartition, Part> parts) {

    /**
     * A part of a topic, in offsets.
     *
     * @param to the first one that need not be read: what is behind it, projections fold into both models
     * @param at the next one to be read
     */
    record Part(long from, long to, long at) {}

    static Building read(Document stored) {
        var parts = new HashMap<TopicPartition, Part>();
        parts(stored).forEach((name, part) -> parts.put(partition(name), part));
        return new Building(new Model(stored.getInteger("number")), Map.copyOf(parts));
    }

    /** The stored parts by the names of their fields. */
    static Map<String, Part> parts(Document stored) {
        var parts = stored.get("parts", Document.class);
        return parts == null ? Map.of() : parts.keySet().stream().collect(Collectors.toMap(name -> name, name -> part(parts.get(name, Document.class))));
    }

    static Document write(Map<TopicPartition, Part> parts) {
        var stored = new Document();
        parts.forEach((partition, part) ->
                stored.append(field(partition), new Document("from", part.from()).append("to", part.to()).append("at", part.at())));
        return stored;
    }

    /** A field's name must not hold dots. */
    static String field(TopicPartition partition) {
        return partition.topic().replace('.', '_') + "-" + partition.partition();
    }

    /** How many records are to be read; null where that is not known yet. */
    static @Nullable Long total(Document stored) {
        return stored.get("parts") == null ? null : parts(stored).values().stream().mapToLong(part -> part.to() - part.from()).sum();
    }

    static long readOf(Document stored) {
        return parts(stored).values().stream().mapToLong(part -> part.at() - part.from()).sum();
    }

    private static TopicPartition partition(String field) {
        var dash = field.lastIndexOf('-');
        return new TopicPartition(field.substring(0, dash).replace('_', '.'), Integer.parseInt(field.substring(dash + 1)));
    }

    private static Part part(Document stored) {
        return new Part(number(stored, "from"), number(stored, "to"), number(stored, "at"));
    }

    private static long number(Document stored, String name) {
        return stored.get(name, Number.class).longValue();
    }
}
