package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** How soon work is to be taken up: "thường", "khẩn", "hỏa tốc". */
public enum Urgency implements Coded {
    NORMAL,
    URGENT,
    IMMEDIATE;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
