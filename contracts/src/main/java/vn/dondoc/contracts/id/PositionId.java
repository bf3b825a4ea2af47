package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A position in a unit; duties belong to positions, not to people. */
public record PositionId(@JsonValue String value) {

    @JsonCreator
    public PositionId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
