package vn.dondoc.platform.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dondoc.contracts.event.Due;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.Frequency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoredDueTest {

    static Stream<Due> dues() {
        var days = Stream.<Due>of(
                new Due.By(LocalDate.of(2026, 2, 28), false, true), new Due.By(LocalDate.of(2026, 12, 31), true, false), new Due.Ongoing());
        return Stream.concat(days, Arrays.stream(Frequency.values()).map(Due.Recurring::new));
    }

    @ParameterizedTest
    @MethodSource("dues")
    void is_stored_as_it_is_in_json_and_read_again(Due due) {
        var json = EventJson.mapper().convertValue(EventJson.mapper().valueToTree(due), Document.class);
        assertThat(StoredDue.write(due)).isEqualTo(json);
        assertThat(StoredDue.read(json)).isEqualTo(due);
    }

    @Test
    void what_this_version_does_not_know_is_a_fault() {
        assertThatThrownBy(() -> StoredDue.read(new Document("kind", "someday"))).hasMessageContaining("someday");
        assertThatThrownBy(() -> StoredDue.read(new Document("kind", "recurring").append("frequency", "hourly"))).hasMessageContaining("hourly");
        assertThatThrownBy(() -> StoredDue.read(new Document())).isInstanceOf(IllegalStateException.class);
    }
}
