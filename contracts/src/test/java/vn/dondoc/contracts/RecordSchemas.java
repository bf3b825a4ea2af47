package vn.dondoc.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.Coded;

/** The JSON schema that a record stands for, read from its components. */
public final class RecordSchemas {

    /** How a component that may be null is described: it may be left out, and where {@code NULLABLE} it may also be null. */
    public enum Absence {
        NULLABLE,
        LEFT_OUT
    }

    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(int.class, ordered("type", "integer", "format", "int32")),
            Map.entry(Integer.class, ordered("type", "integer", "format", "int32")),
            Map.entry(long.class, ordered("type", "integer", "format", "int64")),
            Map.entry(Long.class, ordered("type", "integer", "format", "int64")),
            Map.entry(double.class, ordered("type", "number", "format", "double")),
            Map.entry(Double.class, ordered("type", "number", "format", "double")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(Instant.class, ordered("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, ordered("type", "string", "format", "date")));

    private final Absence absence;

    public RecordSchemas(Absence absence) {
        this.absence = absence;
    }

    /** {@code Tasks.Progress}: the name of the class without its package. */
    public static String nameOf(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    /** The type and all types that its schema refers to, by their names. */
    public Map<String, Class<?>> closure(Iterable<Class<?>> types) {
        var found = new TreeMap<String, Class<?>>();
        types.forEach(type -> collect(type, found));
        return found;
    }

    /** The schema of a record, a word list, an identifier or a choice between records. */
    public Map<String, Object> of(Class<?> type) {
        if (type.isEnum()) {
            return ordered("type", "string", "enum", Stream.of(type.getEnumConstants()).map(e -> ((Coded) e).code()).toList());
        } else if (isId(type)) {
            return Map.of("type", "string");
        } else if (type.isSealed()) {
            return Map.of("oneOf", Arrays.stream(type.getPermittedSubclasses()).map(this::reference).toList());
        }
        return ofRecord(type, Map.of());
    }

    /** The schema of a generic record with that argument in the place of its type variable. */
    public Map<String, Object> of(Class<?> generic, Class<?> argument) {
        return ofRecord(generic, Map.of(generic.getTypeParameters()[0], argument));
    }

    private Map<String, Object> ofRecord(Class<?> type, Map<Type, Class<?>> arguments) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        discriminator(type, (property, name) -> {
            properties.put(property, Map.of("const", name));
            required.add(property);
        });
        for (var component : type.getRecordComponents()) {
            properties.put(component.getName(), property(component, arguments));
            if (!nullable(component)) {
                required.add(component.getName());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        return schema;
    }

    private Object property(RecordComponent component, Map<Type, Class<?>> arguments) {
        var schema = schemaOf(component.getGenericType(), arguments);
        if (absence == Absence.LEFT_OUT || !nullable(component)) {
            return schema;
        } else if (schema.containsKey("$ref")) {
            return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
        }
        var either = new LinkedHashMap<>(schema);
        either.put("type", List.of(schema.get("type"), "null"));
        return either;
    }

    private Map<String, Object> schemaOf(Type type, Map<Type, Class<?>> arguments) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return ordered("type", "array", "items", schemaOf(list.getActualTypeArguments()[0], arguments));
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return Map.of("type", "object");
        }
        var plain = arguments.containsKey(type) ? arguments.get(type) : (Class<?>) type;
        return SIMPLE.containsKey(plain) ? SIMPLE.get(plain) : reference(plain);
    }

    private Map<String, Object> reference(Class<?> type) {
        return Map.of("$ref", "#/components/schemas/" + nameOf(type));
    }

    private void collect(Class<?> type, Map<String, Class<?>> found) {
        if (SIMPLE.containsKey(type) || found.putIfAbsent(nameOf(type), type) != null) {
            return;
        }
        if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(choice -> collect(choice, found));
        } else if (type.isRecord() && !isId(type)) {
            Stream.of(type.getRecordComponents()).map(component -> elementOf(component.getGenericType())).forEach(part -> collect(part, found));
        }
    }

    private static Class<?> elementOf(Type type) {
        return (Class<?>) (type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    /** Whether records of that type are written as one text. */
    public static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && has(type.getRecordComponents()[0].getAccessor(), JsonValue.class);
    }

    private static boolean has(AnnotatedElement element, Class<? extends java.lang.annotation.Annotation> annotation) {
        return element.isAnnotationPresent(annotation);
    }

    /** Whether JSpecify says that the component may be null. */
    public static boolean nullable(RecordComponent component) {
        return has(component.getAnnotatedType(), Nullable.class);
    }

    static void discriminator(Class<?> type, BiConsumer<String, String> property) {
        for (var choice : type.getInterfaces()) {
            if (choice.isAnnotationPresent(JsonTypeInfo.class)) {
                var name = Stream.of(choice.getAnnotation(JsonSubTypes.class).value())
                        .filter(subtype -> subtype.value() == type)
                        .findFirst()
                        .orElseThrow()
                        .name();
                property.accept(choice.getAnnotation(JsonTypeInfo.class).property(), name);
            }
        }
    }

    /** A map that keeps the order it is written in, so that what is made of it is always the same text. */
    public static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /** Words of a description that say more than the record can: they may stand beside what it says. */
    private static final Set<String> BESIDE =
            Set.of("description", "format", "enum", "minimum", "maximum", "pattern", "discriminator", "additionalProperties");

    /** Where the described schema says something else than the expected one; empty where they agree. */
    public static List<String> differences(String path, @Nullable Object expected, @Nullable Object described) {
        if (expected instanceof Map<?, ?> wanted && described instanceof Map<?, ?> actual) {
            var exact = path.endsWith("/properties");
            return Stream.concat(
                            wanted.keySet().stream().flatMap(key -> differences(path + "/" + key, wanted.get(key), actual.get(key)).stream()),
                            actual.keySet().stream()
                                    .filter(key -> !wanted.containsKey(key) && (exact || !BESIDE.contains(key)))
                                    .map(key -> path + "/" + key + " is described, but the record has none"))
                    .toList();
        } else if (expected instanceof List<?> wanted && described instanceof List<?> actual && path.endsWith("/required")) {
            return Set.copyOf(wanted).equals(Set.copyOf(actual)) ? List.of() : List.of(path + " should be " + wanted + " but is " + actual);
        } else if (described == null && Optional.of(Map.of()).equals(Optional.ofNullable(expected))) {
            return List.of();
        }
        return expected != null && expected.equals(described) ? List.of() : List.of(path + " should be " + expected + " but is " + described);
    }
}
