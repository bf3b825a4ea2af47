package vn.dondoc.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One message to one position about one step of one obligation. */
public record NotificationId(@JsonValue String value) {

    @JsonCreator
    public NotificationId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
