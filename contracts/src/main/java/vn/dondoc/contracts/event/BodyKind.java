package vn.dondoc.contracts.event;

import com.fasterxml.jackson.annotation.JsonValue;

/** What brings people of several units together. */
public enum BodyKind implements Coded {

    /** Ban Chỉ đạo. */
    STEERING_COMMITTEE,

    /** Tổ công tác, Tổ giúp việc, Tổ công nghệ số cộng đồng. */
    WORKING_GROUP,

    /** Chương trình, đề án: what is urged by a unit of its own. */
    PROGRAMME;

    @JsonValue
    @Override
    public String code() {
        return Coded.codeOf(this);
    }
}
