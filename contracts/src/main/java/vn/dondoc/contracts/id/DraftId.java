package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A document that was read and is being checked. */
public record DraftId(@JsonValue String value) {

    @JsonCreator
    public DraftId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
