package vn.dondoc.contracts.event;

import java.util.Map;
import java.util.TreeMap;

/** What readers of the description need to know of a topic beside its records. */
enum TopicText {
    ORGANISATION(
            Topic.ORGANISATION,
            "plan-service",
            "unit/ID, position/ID, body/ID, calendar/PROVINCE/YEAR or settings/UNIT",
            "The present state of each unit, position, body (committee, working group, programme) and calendar of days off, and how provinces and communes keep time; a record without a value erases."),
    ORGANISATION_EVENT(
            Topic.ORGANISATION_EVENT,
            "plan-service",
            "the commune, or the province where there is none",
            "What happened to units, positions, bodies, calendars and settings, and who waits for an invitation."),
    PLAN(Topic.PLAN, "plan-service", "the commune", "Published plans, each followed by its tasks, targets and reporting duties."),
    TASK(Topic.TASK, "task-service", "the commune", "What happened to assignments; each event carries the state after it."),
    REPORT(Topic.REPORT, "reporting-service", "the commune", "What happened to expected reports, and what was measured of targets; each event carries the state after it."),
    NOTIFICATION(
            Topic.NOTIFICATION,
            "notification-service",
            "the recipient position",
            "What became of messages; no text and no person, kept for 90 days.");

    static final String GENERAL = "What the services of Đôn Đốc tell each other over Kafka: CloudEvents 1.0 in binary mode, JSON data in UTF-8. "
            + "A published field is added to, never renamed nor given another meaning; readers ignore fields and types that they do not know. "
            + "First occurrences come in the order of ce_sequence, duplicates may follow. Fields that say nothing are left out. "
            + "Days are days in Asia/Ho_Chi_Minh.";

    private final Topic topic;
    private final String sender;
    private final String key;
    private final String description;

    TopicText(Topic topic, String sender, String key, String description) {
        this.topic = topic;
        this.sender = sender;
        this.key = key;
        this.description = description;
    }

    Topic topic() {
        return topic;
    }

    String sender() {
        return sender;
    }

    String key() {
        return key;
    }

    String description() {
        return description;
    }

    String channel() {
        return AsyncApiDocument.channelOf(topic);
    }

    /** The records that travel on it, by the names of their messages. */
    Map<String, Class<?>> types() {
        if (topic == Topic.ORGANISATION) {
            return new TreeMap<>(Map.of("UnitState", UnitState.class, "PositionState", PositionState.class, "CalendarState", CalendarState.class,
                    "SettingsState", SettingsState.class, "BodyState", BodyState.class));
        }
        var types = new TreeMap<String, Class<?>>();
        EventTypes.all().forEach((name, type) -> {
            if (EventTypes.topicOf(type) == topic) {
                types.put(name, type);
            }
        });
        return types;
    }
}
