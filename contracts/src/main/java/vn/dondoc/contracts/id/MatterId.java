package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A matter beyond the authority of whoever reported it. */
public record MatterId(@JsonValue String value) {

    @JsonCreator
    public MatterId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
