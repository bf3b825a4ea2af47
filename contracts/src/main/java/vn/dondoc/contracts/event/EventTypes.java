package vn.dondoc.contracts.event;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every event type by its name on the wire, read from the sealed hierarchy itself. */
public final class EventTypes {

    private static final Map<String, Class<? extends DomainEvent>> BY_NAME = new TreeMap<>();

    static {
        collect(DomainEvent.class);
    }

    private EventTypes() {}

    /** All types in alphabetical order of their names. */
    public static Map<String, Class<? extends DomainEvent>> all() {
        return Collections.unmodifiableMap(BY_NAME);
    }

    /** The type of that name; nothing for one that a newer version may have added. */
    public static Optional<Class<? extends DomainEvent>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static String nameOf(Class<? extends DomainEvent> type) {
        return type.getSimpleName();
    }

    /** The topic on which events of that type travel. */
    public static Topic topicOf(Class<? extends DomainEvent> type) {
        if (PlanEvent.class.isAssignableFrom(type)) {
            return Topic.PLAN;
        } else if (TaskEvent.class.isAssignableFrom(type)) {
            return Topic.TASK;
        } else if (ReportEvent.class.isAssignableFrom(type) || TargetEvent.class.isAssignableFrom(type)
                || MatterEvent.class.isAssignableFrom(type) || ConsolidationEvent.class.isAssignableFrom(type)) {
            return Topic.REPORT;
        } else if (NotificationEvent.class.isAssignableFrom(type)) {
            return Topic.NOTIFICATION;
        }
        return Topic.ORGANISATION_EVENT;
    }

    private static void collect(Class<?> type) {
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                collect(permitted);
            }
        } else {
            BY_NAME.put(type.getSimpleName(), type.asSubclass(DomainEvent.class));
        }
    }
}
