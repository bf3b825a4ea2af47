package vn.dondoc.platform.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.types.Decimal128;

/** Stored data of events with nothing of the database in them, so that JSON shows what the topics have. */
final class PlainData {

    private PlainData() {}

    static Map<String, Object> of(Map<?, ?> stored) {
        var plain = new LinkedHashMap<String, Object>();
        stored.forEach((name, value) -> plain.put(String.valueOf(name), value(value)));
        return plain;
    }

    private static Object value(Object stored) {
        return switch (stored) {
            case Decimal128 number -> number.bigDecimalValue();
            case Map<?, ?> map -> of(map);
            case List<?> list -> list.stream().map(PlainData::value).toList();
            case null, default -> stored;
        };
    }
}
