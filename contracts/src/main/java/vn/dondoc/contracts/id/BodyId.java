package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A steering committee, a working group or a programme: people of several units who answer for something together. */
public record BodyId(@JsonValue String value) {

    @JsonCreator
    public BodyId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
