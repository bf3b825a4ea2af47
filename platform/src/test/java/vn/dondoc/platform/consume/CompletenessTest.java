package vn.dondoc.platform.consume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.PlanEvent.TaskPlanned;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CompletenessTest {

    private static final String WHOLE = """
            {"task":{"id":"t","plan":"p","province":"tinh","commune":"xa","order":0,"title":"Rà soát",
             "lead":["kinhte"],"coordinating":[],"due":{"kind":"by","date":"2026-11-30"}}}""";

    @Test
    void what_may_be_left_out_may_be_left_out() {
        assertThatCode(() -> Completeness.check(read(WHOLE))).doesNotThrowAnyException();
        assertThatCode(() -> Completeness.check(read(WHOLE.replace(",\"due\":{\"kind\":\"by\",\"date\":\"2026-11-30\"}", "")
                .replace("\"lead\":[\"kinhte\"],\"coordinating\":[]", "\"order\":0")))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"title\":\"Rà soát\",", "\"plan\":\"p\",", "\"commune\":\"xa\",", ",\"date\":\"2026-11-30\""})
    void what_is_promised_must_be_there_however_deep(String part) {
        assertThatThrownBy(() -> Completeness.check(read(WHOLE.replace(part, "")))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_event_says_nothing() {
        assertThatThrownBy(() -> Completeness.check(read("{}"))).hasMessage("TaskPlanned has no task");
    }

    private static TaskPlanned read(String json) {
        return EventJson.mapper().readValue(json, TaskPlanned.class);
    }
}
