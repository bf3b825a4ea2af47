package vn.dondoc.reporting.measurement;

import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.event.EventJson;

/** What people say of a figure, as the one text that stands beside the history: it can be erased, and no event carries it. */
record Words(@Nullable String source, @Nullable String evidence, @Nullable String documentNumber, @Nullable String reason) {

    static final Words NONE = new Words(null, null, null, null);

    String write() {
        return EventJson.mapper().writeValueAsString(this);
    }

    static Words read(@Nullable String text) {
        return text == null ? NONE : EventJson.mapper().readValue(text, Words.class);
    }
}
