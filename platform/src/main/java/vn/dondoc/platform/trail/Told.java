package vn.dondoc.platform.trail;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Audit;

/**
 * What a history has told so far, field by field: events carry the state after them, so what the next one tells otherwise is what it
 * changed.
 */
final class Told {

    private static final int LONGEST = 400;
    private static final int MOST = 100;

    private final Map<String, String> fields = new LinkedHashMap<>();

    /** Takes in the data of the next entry; answers what it made another. */
    List<Audit.Change> next(Map<String, ?> data) {
        var after = new LinkedHashMap<String, @Nullable String>();
        flatten("", data, after);
        var changes = after.entrySet().stream()
                .filter(one -> !Objects.equals(fields.get(one.getKey()), one.getValue()))
                .map(one -> new Audit.Change(one.getKey(), shortened(fields.get(one.getKey())), shortened(one.getValue())))
                .limit(MOST).toList();
        after.forEach((field, value) -> {
            if (value == null) {
                fields.remove(field);
            } else {
                fields.put(field, value);
            }
        });
        return changes;
    }

    private static void flatten(String path, Map<?, ?> data, Map<String, @Nullable String> into) {
        data.forEach((name, value) -> {
            var field = path.isEmpty() ? String.valueOf(name) : path + "." + name;
            if (value instanceof Map<?, ?> part) {
                flatten(field, part, into);
            } else {
                into.put(field, value == null ? null : text(value));
            }
        });
    }

    private static String text(Object value) {
        return switch (value) {
            case Decimal128 number -> number.bigDecimalValue().toPlainString();
            case Date moment -> moment.toInstant().toString();
            case List<?> list -> list.stream().map(one -> one == null ? "" : text(one)).collect(Collectors.joining("; "));
            case Map<?, ?> map -> map.entrySet().stream().filter(one -> one.getValue() != null)
                    .map(one -> one.getKey() + ": " + text(one.getValue())).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
