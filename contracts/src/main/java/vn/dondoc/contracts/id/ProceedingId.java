package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A meeting or an inspection. */
public record ProceedingId(@JsonValue String value) {

    @JsonCreator
    public ProceedingId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
