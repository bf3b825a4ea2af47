package vn.dondoc.platform.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.DomainEvent;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;

/**
 * What a decision adds to the history. Facts whose type the contracts know leave the service as events; the others stay.
 *
 * @param partitionKey the key of its record: the commune, or what its topic wants
 * @param text what a person wrote; kept beside the history, erasable, and never sent
 * @param by who made it so, where it is not whoever acts; else null
 */
public record Fact(String type, String partitionKey, Map<String, Object> data, @Nullable String text, @Nullable Actor by) {

    @SuppressWarnings("unchecked")
    public static Fact of(DomainEvent event, Object partitionKey) {
        return new Fact(
                EventTypes.nameOf(event.getClass()),
                partitionKey.toString(),
                EventJson.mapper().convertValue(event, Map.class),
                null,
                null);
    }

    /** Something only the history of this service needs. */
    public static Fact internal(String type, Object partitionKey, Map<String, Object> data) {
        return new Fact(type, partitionKey.toString(), data, null, null);
    }

    public Fact withText(@Nullable String words) {
        return new Fact(type, partitionKey, data, words, by);
    }

    /** Made so by another than whoever acts: time told it just before. */
    public Fact by(Actor other) {
        return new Fact(type, partitionKey, data, text, other);
    }
}
