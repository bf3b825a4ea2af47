package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A letter by which units are officially urged. */
public record UrgingId(@JsonValue String value) {

    @JsonCreator
    public UrgingId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
