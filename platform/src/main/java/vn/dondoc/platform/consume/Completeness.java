package vn.dondoc.platform.consume;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event says all that its contract promises: a component that is not marked as nullable must be there, however deep. Without
 * this a half record would stop its partition at the first look into it.
 */
final class Completeness {

    private static final Map<Class<?>, List<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    private Completeness() {}

    /** @throws IllegalArgumentException naming the first component that is missing */
    static void check(Object value) {
        switch (value) {
            case Record data -> componentsOf(data.getClass()).forEach(component -> check(data, component));
            case List<?> list -> list.forEach(Completeness::check);
            default -> { }
        }
    }

    private static void check(Record data, RecordComponent component) {
        var value = valueOf(data, component);
        if (value != null) {
            check(value);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new IllegalArgumentException(data.getClass().getSimpleName() + " has no " + component.getName());
        }
    }

    private static List<RecordComponent> componentsOf(Class<?> type) {
        return COMPONENTS.computeIfAbsent(type, record -> List.of(record.getRecordComponents()));
    }

    private static @Nullable Object valueOf(Record data, RecordComponent component) {
        try {
            return component.getAccessor().invoke(data);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Contracts are public", impossible);
        }
    }
}
