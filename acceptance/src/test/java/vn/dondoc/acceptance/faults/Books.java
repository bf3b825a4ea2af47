package vn.dondoc.acceptance.faults;

import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.contracts.event.Topic;
import vn.dondoc.testing.TestTopics;

/** The histories of the services and the topics at one moment, as they are stored. */
record Books(Map<String, List<Entry>> histories, List<Told> topics) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> AGGREGATES = Map.of(
            "assignments", Landscape.TASK, "obligations", Landscape.REPORTING, "notifications", Landscape.NOTIFICATION);

    /** An entry of a history. */
    record Entry(String id, String type, long sequence, @Nullable String key) {

        /** Whether it leaves its service. */
        boolean isEvent() {
            return EventTypes.named(type).isPresent();
        }
    }

    /** A record of a topic about one of the aggregates. */
    record Told(String id, String type, String subject, long sequence, String at, JsonNode data) {

        JsonNode state() {
            return data.path(subject.startsWith("assignments/") ? "task" : "report");
        }
    }

    static Books of(Landscape landscape) {
        var told = new ArrayList<Told>();
        for (var topic : List.of(Topic.TASK, Topic.REPORT, Topic.NOTIFICATION)) {
            landscape.topics.read(topic.topicName(), seen -> !landscape.broken.contains(seen.subject())).forEach(seen -> told.add(read(seen)));
        }
        var histories = new LinkedHashMap<String, List<Entry>>();
        AGGREGATES.forEach((collection, service) -> landscape.database(service).getCollection(collection).find()
                .projection(Projections.include("history"))
                .forEach(found -> histories.put(collection + "/" + found.getString("_id"), entries(found))));
        return new Books(histories, told);
    }

    /** The newest record of each task and report. */
    Map<String, Told> newest() {
        var newest = new LinkedHashMap<String, Told>();
        for (var one : topics) {
            if (!one.subject().startsWith("notifications/")) {
                newest.merge(one.subject(), one, (a, b) -> b.sequence() > a.sequence() ? b : a);
            }
        }
        return newest;
    }

    private static Told read(TestTopics.Seen seen) {
        return new Told(seen.id(), seen.type(), seen.subject(), seen.sequence(), String.valueOf(seen.at()), JSON.readTree(seen.data()));
    }

    private static List<Entry> entries(Document aggregate) {
        return aggregate.getList("history", Document.class).stream()
                .map(entry -> new Entry(
                        entry.getString("id"), entry.getString("type"), entry.get("sequence", Number.class).longValue(), entry.getString("key")))
                .toList();
    }
}
