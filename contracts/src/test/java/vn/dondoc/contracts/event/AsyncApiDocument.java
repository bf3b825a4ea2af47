package vn.dondoc.contracts.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dondoc.contracts.RecordSchemas;
import vn.dondoc.contracts.RecordSchemas.Absence;

import static vn.dondoc.contracts.RecordSchemas.ordered;

/** The description of the topics in AsyncAPI 3.0, made from the event records. */
final class AsyncApiDocument {

    private static final RecordSchemas SCHEMAS = new RecordSchemas(Absence.LEFT_OUT);

    private static final String VERSION = "1.0.0";

    private AsyncApiDocument() {}

    static Map<String, Object> make() {
        var channels = new LinkedHashMap<String, Object>();
        var operations = new LinkedHashMap<String, Object>();
        for (var topic : TopicText.values()) {
            channels.put(topic.channel(), channel(topic));
            operations.put(topic.channel() + "-sent", ordered(
                    "action", "send",
                    "channel", reference("channels", topic.channel()),
                    "summary", "Sent by " + topic.sender() + "."));
        }
        channels.put("dead-letters", deadLetters());
        return ordered(
                "asyncapi", "3.0.0",
                "info", ordered("title", "Đôn Đốc", "version", VERSION, "description", TopicText.GENERAL),
                "defaultContentType", "application/json",
                "channels", channels,
                "operations", operations,
                "components", ordered("messages", messages(), "schemas", schemas()));
    }

    private static Map<String, Object> channel(TopicText topic) {
        var messages = new LinkedHashMap<String, Object>();
        topic.types().forEach((name, type) -> messages.put(name, reference("messages", name)));
        var kept = topic.topic().retention().map(Duration::toMillis).orElse(-1L);
        return ordered(
                "address", topic.topic().topicName(),
                "description", topic.description(),
                "messages", messages,
                "bindings", ordered("kafka", ordered(
                        "topic", topic.topic().topicName(),
                        "partitions", Topic.PARTITIONS,
                        "topicConfiguration", ordered("cleanup.policy", List.of(topic.topic().compacted() ? "compact" : "delete"), "retention.ms", kept),
                        "bindingVersion", "0.5.0")));
    }

    private static Map<String, Object> deadLetters() {
        return ordered(
                "address", Topic.deadLetters("{group}"),
                "description", "Records that a consumer group could not read, as they came; why is told by their headers.",
                "parameters", ordered("group", ordered("description", "The consumer group.")));
    }

    private static Map<String, Object> messages() {
        var messages = new LinkedHashMap<String, Object>();
        for (var topic : TopicText.values()) {
            topic.types().forEach((name, type) -> messages.put(name, message(topic, name, type)));
        }
        return messages;
    }

    private static Map<String, Object> message(TopicText topic, String name, Class<?> type) {
        var message = ordered("name", name, "contentType", "application/json");
        if (DomainEvent.class.isAssignableFrom(type)) {
            message.put("headers", ordered("allOf", List.of(
                    reference("schemas", "EventHeaders"),
                    ordered("type", "object", "properties", ordered(EventHeaders.TYPE, ordered("const", name))))));
        }
        message.put("payload", reference("schemas", RecordSchemas.nameOf(type)));
        message.put("bindings", ordered("kafka", ordered("key", ordered("type", "string", "description", topic.key()), "bindingVersion", "0.5.0")));
        return message;
    }

    private static Map<String, Object> schemas() {
        var roots = new ArrayList<Class<?>>();
        for (var topic : TopicText.values()) {
            roots.addAll(topic.types().values());
        }
        var schemas = ordered("EventHeaders", HeaderText.schema());
        SCHEMAS.closure(roots).forEach((name, type) -> schemas.put(name, SCHEMAS.of(type)));
        return schemas;
    }

    private static Map<String, Object> reference(String kind, String name) {
        return ordered("$ref", (kind.equals("channels") ? "#/" : "#/components/") + kind + "/" + name);
    }

    static String channelOf(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
