package vn.dondoc.reporting.recount;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.EventTypes;
import vn.dondoc.platform.consume.Received;
import vn.dondoc.reporting.facts.FactOf;
import vn.dondoc.reporting.facts.StoredFact;

/** Who owns the states that facts are made of. */
interface Source {

    /** What the ids of its facts begin with. */
    String prefix();

    /**
     * The states behind a position, in the order of their ids.
     *
     * @param after null to begin with the first
     */
    Some behind(@Nullable String after);

    /** @param next the position behind these; null at the end */
    record Some(List<Expected> facts, @Nullable String next) {}

    /**
     * A fact as it ought to be.
     *
     * @param order of the event that is its newest
     * @param fact null where the event is of a type that this version does not know, and so changed nothing
     */
    record Expected(String id, long order, @Nullable StoredFact fact) {}

    /** What the read model ought to have made of a state. */
    default Expected expected(Operations.State state) {
        var id = prefix() + state.subject().substring(state.subject().indexOf('/') + 1);
        var event = EventTypes.named(state.type()).map(type -> EventJson.mapper().convertValue(state.data(), type)).orElse(null);
        if (event == null) {
            return new Expected(id, Long.MAX_VALUE, null);
        }
        var received = new Received(state.subject(), state.subject(), state.generation(), state.sequence(), state.at(), null, event);
        return new Expected(id, received.order(), FactOf.event(received).orElse(null));
    }
}
