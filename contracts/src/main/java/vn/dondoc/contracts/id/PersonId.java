package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person, opaque: the name lives in plan-service only. */
public record PersonId(@JsonValue String value) {

    @JsonCreator
    public PersonId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
