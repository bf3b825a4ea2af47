package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody is in a body. */
public enum BodyPart implements Coded {

    /** Trưởng ban, tổ trưởng. */
    HEAD,

    /** Phó trưởng ban, tổ phó. */
    DEPUTY,

    /** Ủy viên, thành viên. */
    MEMBER;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
