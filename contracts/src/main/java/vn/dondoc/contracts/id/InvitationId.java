package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An invitation of a person to a position. */
public record InvitationId(@JsonValue String value) {

    @JsonCreator
    public InvitationId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
