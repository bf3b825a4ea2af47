package vn.dondoc.console.audit;

import org.jspecify.annotations.Nullable;
import vn.dondoc.console.backend.Query;

/**
 * What the audit is narrowed to; every state of it is a plain address.
 *
 * @param service the name of one service; nothing for all
 * @param by people, system or all; people where nothing is said
 */
public record AuditFilter(
        @Nullable String service,
        @Nullable String object,
        @Nullable String person,
        @Nullable String position,
        @Nullable String type,
        @Nullable String by,
        @Nullable String commune,
        @Nullable String from,
        @Nullable String to,
        @Nullable String after) {

    private static final String PEOPLE = "people";
    private static final String ALL = "all";

    /** What each service is asked. */
    Query asked() {
        return query().with("by", shownBy().equals(ALL) ? null : shownBy());
    }

    /** An object's whole history also has what the system did. */
    public String shownBy() {
        return by == null || by.isBlank() ? (object == null || object.isBlank() ? PEOPLE : ALL) : by;
    }

    private Query query() {
        return Query.none().with("object", object).with("person", person).with("position", position).with("type", type)
                .with("commune", commune).with("from", from).with("to", to).with("after", after);
    }

    private Query address() {
        return query().with("service", service).with("by", by);
    }

    boolean asks(String name) {
        return service == null || service.isBlank() || service.equals(name);
    }

    public String next(String cursor) {
        return address().page("/audit", cursor);
    }

    /** The address of what else is known of an object. */
    public String ofObject(String id) {
        return Query.none().with("object", id).address("/audit");
    }

    public String ofPerson(String id) {
        return Query.none().with("person", id).address("/audit");
    }

    public String ofPosition(String id) {
        return Query.none().with("position", id).address("/audit");
    }
}
