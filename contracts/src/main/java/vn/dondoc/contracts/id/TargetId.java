package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A quantified target of a plan. */
public record TargetId(@JsonValue String value) {

    @JsonCreator
    public TargetId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
